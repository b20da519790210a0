import { Show } from 'solid-js'
import { AdAttributes, AdDescription, AdHead, AdPlace } from '#webapp/ads/AdFacts.tsx'
import { Gallery } from '#webapp/ads/Gallery.tsx'
import { readablePhone } from '#webapp/ads/readable-phone.ts'
import { formatDate, t, timeAgo } from '#webapp/i18n.ts'
import type { QueueAd } from '#webapp/moderation/queries.ts'
import { openTelegramLink } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** An ad as buyers would see it, and below what only a moderator sees: the contact and who the seller is. */
export function QueueAdView(props: { ad: QueueAd; waiting: number }) {
  const shown = () => props.ad.photos.filter(({ state }) => state === 'ready')
  return (
    <>
      <p class="queue__count" aria-live="polite">
        {t('moderation.waiting', { count: props.waiting })}
      </p>
      <Show when={shown().length > 0}>
        <Gallery photos={shown()} count={shown().length} title={props.ad.title} />
      </Show>
      <AdHead ad={props.ad} />
      <Show
        when={props.ad.description}
        fallback={
          <Section>
            <p class="queue__no-text">{t('moderation.no_text')}</p>
          </Section>
        }
      >
        {(text) => <AdDescription text={text()} />}
      </Show>
      <AdAttributes ad={props.ad} />
      <AdPlace ad={props.ad} />
      <Contact ad={props.ad} />
      <Seller ad={props.ad} />
    </>
  )
}

const Contact = (props: { ad: QueueAd }) => (
  <Section header={t('moderation.contact')}>
    <Show when={props.ad.contactPhone}>
      {(phone) => (
        <Cell
          icon="📞"
          title={readablePhone(phone())}
          subtitle={props.ad.phoneConfirmed && `✓ ${t('draft.phone_confirmed')}`}
          href={`tel:${phone()}`}
        />
      )}
    </Show>
    <Show when={props.ad.contact.telegram}>
      <Cell icon="💬" title={t('moderation.telegram_allowed')} />
    </Show>
  </Section>
)

function Seller(props: { ad: QueueAd }) {
  const seller = () => props.ad.seller
  const history = () =>
    seller().ads > 1 ? t('moderation.ads', { count: seller().ads }) : t('moderation.first_ad')
  const since = () => t('moderation.since', { date: formatDate(seller().since) })
  const open = (username: string) => openTelegramLink(`https://t.me/${username}`)
  return (
    <Section
      header={t('moderation.seller')}
      footer={t('moderation.submitted', { ago: timeAgo(props.ad.submittedAt) })}
    >
      <Cell
        icon="👤"
        title={seller().name}
        subtitle={`${since()} · ${history()}`}
        after={seller().username && `@${seller().username}`}
        onClick={seller().username ? () => open(seller().username as string) : undefined}
      />
    </Section>
  )
}
