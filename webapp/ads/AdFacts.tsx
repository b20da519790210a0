import { For, type JSX, Show } from 'solid-js'
import type { AdCard, AdView } from '#server/ads/views.ts'
import { formatAttribute } from '#shared/catalog/format.ts'
import { placeName, pricePer, regionName, subCategory } from '#webapp/catalog/catalog.ts'
import { formatDate, formatPrice, locale, otherPrice, priceNote, t, timeAgo } from '#webapp/i18n.ts'
import { moderates } from '#webapp/session.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import './ad-facts.css'

/** Price first, then what it is and where; `children` are what can be done with it, beside the price. */
export const AdHead = (props: { ad: AdCard; children?: JSX.Element }) => {
  const time = () => props.ad.confirmedAt ?? props.ad.publishedAt
  const note = () => [pricePer(props.ad), priceNote(props.ad.price)].filter(Boolean).join(', ')
  return (
    <header class="ad-head">
      {props.children}
      <p class="ad-head__price">
        {formatPrice(props.ad.price)}
        <Show when={note()}>{(text) => <span class="ad-head__note">{text()}</span>}</Show>
      </p>
      <Show when={otherPrice(props.ad.price)}>{(other) => <p class="ad-head__other">{other()}</p>}</Show>
      <h1 class="ad-head__title">{props.ad.title}</h1>
      <p class="ad-head__line">
        {[placeName(props.ad), time() && timeAgo(time() as string)].filter(Boolean).join(' · ')}
      </p>
    </header>
  )
}

/** The answers to the category's questions, in the catalogue's order; what is no longer asked is left out. */
export function attributeRows(ad: AdCard): { label: string; value: string }[] {
  return (subCategory(ad.categoryId)?.attributes ?? []).flatMap((attribute) => {
    const value = ad.attributes[attribute.key]
    if (value === undefined || value === '') return []
    return [{ label: attribute.label, value: formatAttribute(attribute, value, locale()) }]
  })
}

export const AdAttributes = (props: { ad: AdCard }) => (
  <Section header={t('ads.details')}>
    <dl class="ad-facts">
      <Show when={subCategory(props.ad.categoryId)}>
        {(category) => <Fact label={t('ads.category')} value={category().label} />}
      </Show>
      <For each={attributeRows(props.ad)}>{(row) => <Fact label={row.label} value={row.value} />}</For>
    </dl>
  </Section>
)

/** The seller's own words, as typed. */
export const AdDescription = (props: { text: string }) => (
  <Section header={t('ads.description')}>
    <p class="ad-description">{props.text}</p>
  </Section>
)

export const AdPlace = (props: { ad: AdView }) => (
  <Section header={t('ads.place')}>
    <dl class="ad-facts">
      <Fact label={regionName(props.ad.regionId)} value={placeName(props.ad)} />
      <Show when={props.ad.mahalla}>{(mahalla) => <Fact label={t('ads.mahalla')} value={mahalla()} />}</Show>
      <Show when={props.ad.landmark}>
        {(landmark) => <Fact label={t('ads.landmark')} value={landmark()} />}
      </Show>
    </dl>
  </Section>
)

export const AdSeller = (props: { ad: AdView }) => (
  <Section header={t('ads.seller')} footer={dates(props.ad)}>
    <div class="ad-seller">
      <span class="ad-seller__face" aria-hidden="true">
        {[...props.ad.seller.name][0]?.toUpperCase()}
      </span>
      <div>
        <p class="ad-seller__name">{props.ad.seller.name}</p>
        <p class="ad-seller__since">{t('ads.seller_since', { date: formatDate(props.ad.seller.since) })}</p>
      </div>
    </div>
    <Show when={moderates()}>
      <Cell icon="🛡️" title={props.ad.seller.name} href={`/staff/people/${props.ad.seller.id}`} />
    </Show>
    <Cell title={t('sellers.all')} href={`/sellers/${props.ad.seller.id}`} />
  </Section>
)

function dates({ publishedAt, confirmedAt }: AdCard) {
  const published = publishedAt && t('ads.published', { date: formatDate(publishedAt) })
  const confirmed = confirmedAt && t('ads.confirmed', { date: timeAgo(confirmedAt) })
  return [published, confirmedAt !== publishedAt && confirmed].filter(Boolean).join(' · ')
}

const Fact = (props: { label: string; value: string }) => (
  <div class="ad-facts__row">
    <dt>{props.label}</dt>
    <dd>{props.value}</dd>
  </div>
)
