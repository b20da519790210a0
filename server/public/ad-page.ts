import { html } from 'hono/html'
import { previewPath, type Target } from '#server/public/address.ts'
import { cards } from '#server/public/cards.ts'
import type { Head } from '#server/public/layout.ts'
import type { Html, Page } from '#server/public/page.ts'
import { photo, pictureOf } from '#server/public/photos.ts'
import { adData } from '#server/public/structured.ts'
import { trail, trailData, trailTo } from '#server/public/trail.ts'
import type { PublicAd, PublicCard } from '#server/public/views.ts'
import { categoryById, closingOf, labelOf } from '#shared/catalog/index.ts'
import { shorten } from '#shared/channel/plain.ts'
import { regionById } from '#shared/regions/regions.ts'

/** What previews and search engines show of a description. */
const descriptionLength = 200

/** One ad, live or honest about its end, with others like it. */
export function adPage(page: Page, ad: PublicAd, similar: readonly PublicCard[]): { head: Head; body: Html } {
  const { t } = page
  const target: Target = { kind: 'ad', id: ad.id, slug: ad.slug }
  const steps = trailTo(page, { category: ad.categoryId, place: ad.districtId })
  const isLive = ad.state === 'active'
  const data = adData(page, ad)
  const head: Head = {
    title: titleOf(page, ad),
    description: descriptionOf(page, ad),
    target,
    unlisted: !isLive,
    type: data ? 'product' : 'website',
    picture: { url: page.absolute(previewPath(ad)), ...ad.preview, alt: ad.title },
    price:
      isLive && ad.price?.amount && ad.price.currency
        ? { amount: ad.price.amount, currency: ad.price.currency }
        : undefined,
    data: [trailData(page, [...steps, { name: ad.title, target }]), ...(data ? [data] : [])],
  }
  const body = html`<main class="wide">
${trail(page, steps, true)}
<article class="ad${!isLive && ' ad--closed'}">
${gallery(page, ad)}
<div class="ad__text">
${!isLive && html`<p class="state">${stateOf(page, ad)}</p>`}
${heading(page, ad)}
${facts(page, ad)}
${ad.description && html`<section><h2>${t('ads.description')}</h2><p class="words">${ad.description}</p></section>`}
${place(page, ad)}
<p class="note">${ad.hides && html`${t('public.hidden')}<br>`}${dates(page, ad)}</p>
</div>
</article>
${similar.length > 0 && html`<section class="similar"><h2>${t('public.similar')}</h2>${cards(page, similar, 0)}</section>`}
</main>
<footer class="bar"><div class="wide">${
    isLive
      ? html`<p>${t('public.open_text')}</p><a class="button" href="${page.telegram(`ad_${ad.id}`)}">${t('public.open')}</a>`
      : html`<a class="button" href="${page.to(steps.at(-1)?.target ?? { kind: 'list' })}">${t('public.to_ads')}</a>`
  }</div></footer>`
  return { head, body }
}

/** "Cobalt 2021, oq — 11 500 $, Asaka tumani"; of a sold one that it is sold. */
function titleOf(page: Page, ad: PublicAd) {
  const beside = ad.state === 'active' ? page.price(ad).main : stateOf(page, ad)
  return `${ad.title} — ${[beside, page.place(ad)].filter(Boolean).join(', ')}`
}

function descriptionOf(page: Page, ad: PublicAd) {
  const main = page.facts(ad).flatMap(({ value, isMain }) => (isMain ? [value] : []))
  const said = [main.join(', '), ad.description.replace(/\s+/g, ' ')].filter(Boolean).join('. ')
  return shorten(said || `${ad.title}. ${page.t('public.open_text')}`, descriptionLength)
}

const stateOf = ({ t }: Page, ad: PublicAd) =>
  ad.state === 'sold' ? t(`closed.${closingOf(ad.categoryId)}`) : t('ads.state_expired')

/** A strip that is swiped on a phone; each photo opens at its full size. */
function gallery(page: Page, ad: PublicAd) {
  if (!ad.photos.length) return false
  const { t } = page
  const sizes = '(min-width: 900px) 560px, 100vw'
  const photos = ad.photos.map((view, index) => {
    const alt = t('ads.photo', { title: ad.title, number: index + 1 })
    const shown = photo(page, view, { alt, sizes, largest: 1600, eager: index === 0 })
    return html`<li><a class="frame" href="${pictureOf(page, view, 1600).url}">${shown}</a>${
      ad.photos.length > 1 &&
      html`<span class="count" aria-hidden="true">${t('ads.photo_of', { number: index + 1, count: ad.photos.length })}</span>`
    }</li>`
  })
  return html`<ul class="gallery" aria-label="${t('public.photos')}">${photos}</ul>`
}

function heading(page: Page, ad: PublicAd) {
  const { main, note } = page.price(ad)
  const other = page.otherPrice(ad)
  const since = ad.confirmedAt ?? ad.publishedAt
  return html`<header class="ad__head">
${(main || note) && html`<p class="price">${main}${note && html` <span>${note}</span>`}</p>`}
${other && html`<p class="other">${other}</p>`}
<h1>${ad.title}</h1>
<p class="other">${[page.place(ad), since && page.day(since)].filter(Boolean).join(' · ')}</p>
</header>`
}

function facts(page: Page, ad: PublicAd) {
  const category = categoryById(ad.categoryId)
  const rows = page.facts(ad).map(({ label, value }) => fact(label, value))
  return html`<section><h2>${page.t('ads.details')}</h2><dl>
${category && fact(page.t('ads.category'), labelOf(category.labels, page.locale))}${rows}</dl></section>`
}

function place(page: Page, ad: PublicAd) {
  const { t } = page
  return html`<section><h2>${t('ads.place')}</h2><dl>
${fact(regionById(ad.regionId)?.names[page.locale] ?? '', page.place(ad))}
${ad.mahalla && fact(t('ads.mahalla'), ad.mahalla)}${ad.landmark && fact(t('ads.landmark'), ad.landmark)}</dl></section>`
}

const fact = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`

/** When it was published, and since when its seller is here. */
const dates = ({ t, date }: Page, ad: PublicAd) =>
  html`${ad.publishedAt && html`${t('ads.published', { date: date(ad.publishedAt) })}<br>`}${t('ads.seller')}: ${t('ads.seller_since', { date: date(ad.sellerSince) })}`
