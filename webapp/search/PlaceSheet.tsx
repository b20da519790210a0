import { t } from '#webapp/i18n.ts'
import { PlaceChoice } from '#webapp/search/PlaceChoice.tsx'
import type { Place } from '#webapp/search/place.ts'
import { Sheet } from '#webapp/ui/Sheet.tsx'

/** Asks where to look. */
const PlaceSheet = (props: { place: Place; onClose: () => void; onChoose: (place: Place) => void }) => (
  <Sheet open onClose={() => props.onClose()} title={t('ads.place')}>
    <PlaceChoice place={props.place} onChoose={(place) => props.onChoose(place)} />
  </Sheet>
)
export default PlaceSheet
