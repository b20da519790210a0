import { createSignal, For, onCleanup, onMount, Show, untrack } from 'solid-js'
import { hintText } from '#shared/moderation/hint-text.ts'
import type { Hint } from '#shared/moderation/hints.ts'
import { type Trust, trustLevels } from '#shared/users/trust.ts'
import { AdAttributes, AdDescription, AdHead, AdPlace } from '#webapp/ads/AdFacts.tsx'
import { Gallery } from '#webapp/ads/Gallery.tsx'
import { readablePhone } from '#webapp/ads/readable-phone.ts'
import { messageOf } from '#webapp/api.ts'
import { formatDate, timeAgo } from '#webapp/i18n.ts'
import { type QueueAd, setTrust } from '#webapp/moderation/queries.ts'
import { followSwipe, type Side } from '#webapp/moderation/swipe.ts'
import { ReportLines } from '#webapp/reports/ReportLines.tsx'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/**
 * An ad as buyers would see it, what there is to be aware of above, and below what only a moderator sees. Its words can
 * be thrown to a side; its photos are turned by the same move.
 */
export function QueueAdView(props: { ad: QueueAd; onSwipe: (side: Side) => void }) {
  let words!: HTMLDivElement
  onMount(() =>
    onCleanup(
      followSwipe(
        words,
        () => haptic('select'),
        (side) => props.onSwipe(side),
      ),
    ),
  )
  const shown = () => props.ad.photos.filter(({ state }) => state === 'ready')
  return (
    <div class="queue__columns">
      <div class="queue__photos">
        <Show when={shown().length > 0}>
          <Gallery photos={shown()} count={shown().length} title={props.ad.title} />
        </Show>
      </div>
      <div class="queue__words" ref={words}>
        <Show when={props.ad.reports.length > 0}>
          <ReportLines reports={props.ad.reports} />
        </Show>
        <Hints ad={props.ad} />
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
      </div>
      <div class="queue__swipe queue__swipe--left" aria-hidden="true">
        ↩️ {t('moderation.reject')}
      </div>
      <div class="queue__swipe queue__swipe--right" aria-hidden="true">
        ✅ {t('moderation.approve')}
      </div>
    </div>
  )
}

const Hints = (props: { ad: QueueAd }) => (
  <Show when={props.ad.hints?.length}>
    <ul class="queue__hints" aria-label={t('moderation.hints')}>
      <For each={props.ad.hints}>
        {(hint) => (
          <li>
            <Show when={'adId' in hint && hint.adId} fallback={<HintLine hint={hint} />}>
              {(id) => (
                <a class="queue__hint" href={`/ads/${id()}`}>
                  <span aria-hidden="true">⚠️</span>
                  {hintText(hint, t)}
                </a>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  </Show>
)

const HintLine = (props: { hint: Hint }) => (
  <div class="queue__hint">
    <span aria-hidden="true">⚠️</span>
    <span>{hintText(props.hint, t)}</span>
  </div>
)

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
  const [trust, setShown] = createSignal(untrack(() => props.ad.seller.trust))
  const history = () =>
    seller().ads > 1 ? t('moderation.ads', { count: seller().ads }) : t('moderation.first_ad')
  const since = () => t('moderation.since', { date: formatDate(seller().since) })
  async function choose(level: Trust) {
    const before = trust()
    setShown(level)
    await setTrust(seller().id, level).catch((error: unknown) => {
      setShown(before)
      toast(messageOf(error))
    })
  }
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
        href={`/staff/people/${seller().id}`}
      />
      <Chips
        label={t('moderation.trust')}
        options={trustLevels.map((level) => ({ id: String(level), label: t(`moderation.trust_${level}`) }))}
        value={String(trust())}
        onChange={(id) => void choose(Number(id) as Trust)}
      />
    </Section>
  )
}
