import { html } from 'hono/html'
import type { ListTarget, Target } from '#server/public/address.ts'
import type { Html, Page } from '#server/public/page.ts'
import { categoryById, labelOf, topCategoryById, topOfCategory } from '#shared/catalog/index.ts'
import { districtById, regionById, regionOfDistrict } from '#shared/regions/regions.ts'

export interface Step {
  name: string
  target: Target
}

/** From all ads down to a list: its category first, then its place within that category. */
export function trailTo({ locale, t }: Page, { category, place }: ListTarget): Step[] {
  const steps: Step[] = [{ name: t('brand'), target: { kind: 'list' } }]
  const add = (name: string, list: ListTarget) => steps.push({ name, target: { kind: 'list', ...list } })
  if (category) {
    const top = topCategoryById(category) ?? topOfCategory(category)
    const sub = categoryById(category)
    if (top) add(labelOf(top.labels, locale), { category: top.id })
    if (sub) add(labelOf(sub.labels, locale), { category: sub.id })
  }
  if (place) {
    const within = category ? { category } : {}
    const region = regionById(place) ?? regionOfDistrict(place)
    const district = districtById(place)
    if (region) add(region.names[locale], { ...within, place: region.id })
    if (district) add(district.names[locale], { ...within, place: district.id })
  }
  return steps
}

/** The steps as links; the last, where one stands, only when `open`. */
export const trail = (page: Page, steps: readonly Step[], open: boolean): Html | false =>
  steps.length > 1 &&
  html`<nav class="trail" aria-label="${page.t('public.path')}"><ol>${steps.map(({ name, target }, index) =>
    index === steps.length - 1 && !open
      ? html`<li aria-current="page">${name}</li>`
      : html`<li><a href="${page.to(target)}">${name}</a></li>`,
  )}</ol></nav>`

/** https://schema.org/BreadcrumbList */
export const trailData = (page: Page, steps: readonly Step[]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, target }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: page.absolute(page.to(target)),
  })),
})
