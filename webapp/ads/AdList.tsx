import type { JSX } from 'solid-js'
import type { AdCard as Ad } from '#server/ads/views.ts'
import { AdCard, AdCardSkeleton } from '#webapp/ads/AdCard.tsx'
import { look } from '#webapp/ads/look.ts'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import type { Load, Paged } from '#webapp/ui/paged.ts'

/** An endless list of ads, in the look that the person likes. */
export const AdList = (props: { load?: Load<Ad>; list?: Paged<Ad> | undefined; empty: JSX.Element }) => (
  <PagedList
    look={look() === 'grid' ? 'grid' : 'lines'}
    {...(props.load ? { load: props.load } : { list: props.list })}
    skeleton={<AdCardSkeleton />}
    empty={props.empty}
  >
    {(ad) => <AdCard ad={ad} />}
  </PagedList>
)
