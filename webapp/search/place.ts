import { createSignal } from 'solid-js'
import type { AdFilters } from '#shared/search/filters.ts'
import { glance } from '#webapp/i18n.ts'
import { me } from '#webapp/session.ts'
import { readStored, store } from '#webapp/stored.ts'

/** A region, or a district of one; both absent: everywhere. */
export type Place = Pick<AdFilters, 'region' | 'district'>

const key = 'place'
interface Kept {
  /** Chosen last, whether it is looked at now or not. */
  place: Place
  on: boolean
}
const [kept, setKept] = createSignal(readStored<Kept>(key))

/** The place that is near the person: chosen last, else that of their last ad; undefined when nothing is known. */
export function nearby(): Place | undefined {
  const place = kept()?.place ?? me()?.place
  return place && placeLabel(place) ? place : undefined
}

/** What the first screen shows of: the nearby place once it was chosen, else everywhere. */
export const placeShown = (): Place => (kept()?.on && nearby()) || {}

/** Shows a place's ads from now on, undefined all ads; remembered on this phone. */
export function showPlace(place: Place | undefined): void {
  const known = place ?? kept()?.place
  const next = known && { place: known, on: place !== undefined }
  setKept(next)
  store(key, next)
}

/** The name of a district or, where none is named, of the region. */
export function placeLabel({ region, district }: Place): string {
  const home = glance().regions.find(({ id }) => id === (region ?? district?.split('.')[0]))
  return (district ? home?.districts.find(({ id }) => id === district)?.label : home?.label) ?? ''
}
