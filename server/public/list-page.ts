import { html } from 'hono/html'
import { type ListTarget, previewPath, type Target } from '#server/public/address.ts'
import { cards } from '#server/public/cards.ts'
import type { Head } from '#server/public/layout.ts'
import type { Html, Page } from '#server/public/page.ts'
import { trail, trailData, trailTo } from '#server/public/trail.ts'
import type { PublicCard } from '#server/public/views.ts'
import { catalog, categoryById, labelOf, topCategoryById, topOfCategory } from '#shared/catalog/index.ts'
import { districtById, regionById, regionOfDistrict, regions } from '#shared/regions/regions.ts'

export interface List {
  wanted: ListTarget
  ads: readonly PublicCard[]
  /** Where in the feed this page begins; absent on the first. */
  before: string | undefined
  /** Where the next page begins. */
  next: string | undefined
}

/** Pictures that a phone shows before anybody scrolls. */
const seenAtOnce = 2

/** The feed, or the ads of a category in a place. */
export function listPage(page: Page, { wanted, ads, before, next }: List): { head: Head; body: Html } {
  const { t } = page
  const target: Target = { kind: 'list', ...wanted }
  const heading = headingOf(page, wanted)
  const steps = trailTo(page, wanted)
  const covered = ads.find(({ cover }) => cover)
  const query = (cursor: string) => `?before=${cursor}`
  const head: Head = {
    title: `${heading} — ${t('brand')}`,
    description: t('public.list_text', {
      what: whatOf(page, wanted),
      place: placeOf(page, wanted) || t('public.valley'),
    }),
    target,
    ...(before && { query: query(before) }),
    // Older pages shift with every new ad, and an empty list is nothing to find.
    unlisted: before !== undefined || ads.length === 0,
    type: 'website',
    picture: covered && { url: page.absolute(previewPath(covered)), ...covered.preview, alt: covered.title },
    data: [
      ...(steps.length > 1 ? [trailData(page, steps)] : []),
      ...(ads.length ? [itemList(page, ads)] : []),
    ],
  }
  const body = html`<main class="wide">
${trail(page, steps, false)}
<h1>${heading}</h1>
${choices(t('ads.categories'), categoryChoices(page, wanted))}
${choices(t('public.places'), placeChoices(page, wanted))}
${ads.length ? cards(page, ads, before ? 0 : seenAtOnce) : empty(page)}
<p class="pages">${before && html`<a class="button button--plain" href="${page.to(target)}">${t('public.newest')}</a>`}
${next && html`<a class="button button--plain" rel="next" href="${page.to(target) + query(next)}">${t('public.older')}</a>`}</p>
</main>
<footer class="bar"><div class="wide"><a class="button" href="${page.telegram()}">${t('public.open')}</a></div></footer>`
  return { head, body }
}

const whatOf = ({ locale, t }: Page, { category }: ListTarget) => {
  const known = category && (categoryById(category) ?? topCategoryById(category))
  return known ? labelOf(known.labels, locale) : t('public.market')
}
const placeOf = ({ locale }: Page, { place }: ListTarget) =>
  place ? ((districtById(place) ?? regionById(place))?.names[locale] ?? '') : ''

/** "Yengil avtomobillar: Asaka tumani" */
function headingOf(page: Page, wanted: ListTarget) {
  const [what, place] = [whatOf(page, wanted), placeOf(page, wanted)]
  return place ? page.t('public.in_place', { what, place }) : what
}

interface Choice {
  label: string
  icon?: string
  href: string
  isChosen: boolean
}

/** The top categories, or those beside or below the one that is shown. */
function categoryChoices(page: Page, { category, place }: ListTarget): Choice[] {
  const top = category ? (topCategoryById(category) ?? topOfCategory(category)) : undefined
  return (top?.children ?? catalog).map(({ id, labels, icon }) => ({
    label: labelOf(labels, page.locale),
    icon,
    href: page.to({ kind: 'list', category: id, ...(place && { place }) }),
    isChosen: id === category,
  }))
}

/** The regions, or the districts of the one that is shown. */
function placeChoices(page: Page, { category, place }: ListTarget): Choice[] {
  const region = place ? (regionById(place) ?? regionOfDistrict(place)) : undefined
  return (region?.districts ?? regions).map(({ id, names }) => ({
    label: names[page.locale],
    href: page.to({ kind: 'list', ...(category && { category }), place: id }),
    isChosen: id === place,
  }))
}

const choices = (label: string, all: readonly Choice[]) =>
  html`<nav class="choices" aria-label="${label}"><ul>${all.map(
    ({ label, icon, href, isChosen }) =>
      html`<li><a href="${href}"${isChosen && html` aria-current="page"`}>${icon && html`<span aria-hidden="true">${icon}</span> `}${label}</a></li>`,
  )}</ul></nav>`

const empty = (page: Page) => html`<div class="empty"><p class="empty__icon" aria-hidden="true">🧺</p>
<h2>${page.t('public.empty_title')}</h2><p>${page.t('public.empty_text')}</p>
<p><a class="button button--plain" href="${page.telegram('new')}">${page.t('ads.empty_action')}</a></p></div>`

/** https://schema.org/ItemList */
const itemList = (page: Page, ads: readonly PublicCard[]) => ({
  '@type': 'ItemList',
  itemListElement: ads.map(({ id, slug, title }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    url: page.absolute(page.to({ kind: 'ad', id, slug })),
  })),
})
