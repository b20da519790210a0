import { createSignal, Match, Show, Switch } from 'solid-js'
import type { MyAd } from '#server/ads/views.ts'
import { closedWord, subCategory } from '#webapp/catalog/catalog.ts'
import { formatPrice, locale, priceNote, t } from '#webapp/i18n.ts'
import { deedOn, markSold, renew } from '#webapp/mine/deeds.ts'
import { useFix } from '#webapp/mine/fix.ts'
import { PriceSheet } from '#webapp/mine/PriceSheet.tsx'
import { needsSeller, stateLine } from '#webapp/mine/state-line.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import './my-ad-card.css'

/** One of my ads: what it is, how it stands, and what can sensibly be done to it next. */
export function MyAdCard(props: { ad: MyAd }) {
  const [pricing, setPricing] = createSignal(false)
  const fix = useFix()
  return (
    <article class="my-ad-card">
      <AdSummary ad={props.ad} href={`/mine/${props.ad.id}`} />
      <Switch>
        <Match when={props.ad.state === 'active'}>
          <div class="my-ad-card__deeds">
            <Show
              when={
                subCategory(props.ad.categoryId)?.price !== 'none' &&
                subCategory(props.ad.categoryId)?.price !== 'free'
              }
            >
              <DeedButton ad={props.ad} text={t('mine.price')} onClick={() => setPricing(true)} />
            </Show>
            <DeedButton
              ad={props.ad}
              text={closedWord(props.ad.categoryId)}
              onClick={() => void markSold(props.ad)}
            />
          </div>
        </Match>
        <Match when={props.ad.state === 'expired'}>
          <div class="my-ad-card__deeds">
            <DeedButton
              ad={props.ad}
              text={closedWord(props.ad.categoryId)}
              onClick={() => void markSold(props.ad)}
            />
            <DeedButton ad={props.ad} text={t('mine.renew')} onClick={() => void renew(props.ad)} strong />
          </div>
        </Match>
        <Match when={props.ad.state === 'rejected' && !props.ad.rejection?.final}>
          <div class="my-ad-card__deeds">
            <DeedButton ad={props.ad} text={t('mine.fix')} onClick={() => void fix(props.ad)} strong />
          </div>
        </Match>
      </Switch>
      <PriceSheet
        ad={props.ad}
        policy={subCategory(props.ad.categoryId)?.price}
        open={pricing()}
        onClose={() => setPricing(false)}
      />
    </article>
  )
}

/** Picture, price, title and state in one row that leads somewhere. */
export const AdSummary = (props: { ad: MyAd; href: string }) => (
  <a class="my-ad-card__ad" href={props.href}>
    <span class="my-ad-card__photo">
      <Show when={props.ad.cover} fallback={<Icon name="camera" />}>
        {(cover) => <PhotoView photo={cover()} size={320} alt="" ratio={1} />}
      </Show>
    </span>
    <span class="my-ad-card__text">
      <Show when={formatPrice(props.ad.price)}>
        {(price) => (
          <span>
            <strong class="my-ad-card__price">{price()}</strong>
            <Show when={priceNote(props.ad.price)}>
              {(note) => <span class="my-ad-card__note">{note()}</span>}
            </Show>
          </span>
        )}
      </Show>
      <span class="my-ad-card__title">{props.ad.title}</span>
      <span class="my-ad-card__state" classList={{ 'my-ad-card__state--alert': needsSeller(props.ad) }}>
        {props.ad.state === 'sold'
          ? closedWord(props.ad.categoryId)
          : stateLine(props.ad, { t, locale: locale() })}
      </span>
    </span>
  </a>
)

const DeedButton = (props: { ad: MyAd; text: string; onClick: () => void; strong?: boolean }) => (
  <button
    type="button"
    class="vb-button my-ad-card__deed"
    classList={{ 'vb-button--plain': !props.strong }}
    disabled={deedOn(props.ad.id) !== undefined}
    aria-busy={deedOn(props.ad.id) !== undefined}
    onClick={() => props.onClick()}
  >
    {props.text}
  </button>
)
