import { createSignal, Show, untrack } from 'solid-js'
import { glance, t } from '#webapp/i18n.ts'
import { type Place, placeLabel } from '#webapp/search/place.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** Everywhere, a region, or a district of it. */
export function PlaceChoice(props: { place: Place; onChoose: (place: Place) => void }) {
  const home = () => props.place.region ?? props.place.district?.split('.')[0]
  const [open, setOpen] = createSignal(untrack(() => (placeLabel(props.place) ? home() : undefined)))
  const region = () => glance().regions.find(({ id }) => id === open())
  return (
    <>
      <Section>
        <Chips
          label={t('draft.region')}
          options={[{ id: '', label: t('search.everywhere') }, ...glance().regions]}
          value={open() ?? ''}
          onChange={(id) => (id ? setOpen(id) : props.onChoose({}))}
        />
      </Section>
      <Show when={region()}>
        {(chosen) => (
          <OptionList
            label={t('draft.district')}
            options={[{ id: '', label: t('search.whole_region') }, ...chosen().districts]}
            value={home() === chosen().id ? (props.place.district ?? '') : undefined}
            onChange={(district) => props.onChoose(district ? { district } : { region: chosen().id })}
          />
        )}
      </Show>
    </>
  )
}
