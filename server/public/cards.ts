import { html } from 'hono/html'
import type { Html, Page } from '#server/public/page.ts'
import { photo } from '#server/public/photos.ts'
import type { PublicCard } from '#server/public/views.ts'
import { topOfCategory } from '#shared/catalog/index.ts'

/** Two columns on a phone, four on a wide screen. */
const sizes = '(min-width: 900px) 250px, 50vw'

/** Ads as the app's feed shows them; the pictures of the first `eager` are wanted at once. */
export const cards = (page: Page, ads: readonly PublicCard[], eager: number): Html =>
  html`<ul class="cards">${ads.map((ad, index) => html`<li>${card(page, ad, index < eager)}</li>`)}</ul>`

function card(page: Page, ad: PublicCard, eager: boolean) {
  const price = page.price(ad)
  const since = ad.confirmedAt ?? ad.publishedAt
  const picture = ad.cover
    ? photo(page, ad.cover, { alt: '', sizes, largest: 800, eager })
    : html`<span aria-hidden="true">${topOfCategory(ad.categoryId)?.icon}</span>`
  return html`<a class="card" href="${page.to({ kind: 'ad', id: ad.id, slug: ad.slug })}">
<span class="frame">${picture}</span>
<span class="card__text"><b>${price.main}</b><small>${price.per || page.otherPrice(ad)}</small>
<span class="card__title">${ad.title}</span>
<small class="card__line">${[page.place(ad), since && page.day(since)].filter(Boolean).join(' · ')}</small></span></a>`
}
