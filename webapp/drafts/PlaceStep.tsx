import { createSignal, onMount, Show } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { catalog } from '#webapp/catalog/catalog.ts'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import { change, draft, problems, suggested } from '#webapp/drafts/form.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

/** Where it is: region, then district, then as near as one likes; as in the last ad until said otherwise. */
export function PlaceStep() {
  onMount(() => {
    const { districtId, mahalla, landmark } = suggested()
    if (!draft().districtId && districtId)
      change({ districtId, ...(mahalla && { mahalla }), ...(landmark && { landmark }) })
  })
  const regions = () => catalog()?.regions ?? []
  const home = () => regions().find(({ districts }) => districts.some(({ id }) => id === draft().districtId))
  const [chosenRegion, setChosenRegion] = createSignal<string>()
  const [changing, setChanging] = createSignal(false)
  const region = () => regions().find(({ id }) => id === chosenRegion()) ?? home()
  const district = () => region()?.districts.find(({ id }) => id === draft().districtId)
  return (
    <FormPage step="place" title={t('draft.step_place')}>
      <Section>
        <Chips
          label={t('draft.region')}
          options={regions()}
          value={region()?.id}
          onChange={setChosenRegion}
          problem={problems()['districtId']}
        />
        <Show when={!changing() && district()}>
          {(known) => (
            <Cell
              title={t('draft.district')}
              after={<span class="vb-answer">{known().label}</span>}
              onClick={() => setChanging(true)}
            />
          )}
        </Show>
      </Section>
      <Show when={(changing() || !district()) && region()}>
        {(open) => (
          <OptionList
            label={t('draft.district')}
            options={open().districts}
            value={draft().districtId}
            onChange={(districtId) => {
              change({ districtId })
              setChanging(false)
            }}
          />
        )}
      </Show>
      <Show when={!changing() && district()}>
        <Section>
          <TextField
            label={t('draft.mahalla')}
            hint={t('draft.mahalla_hint')}
            maxLength={limits.mahalla.max}
            value={draft().mahalla ?? ''}
            onInput={(mahalla) => change({ mahalla })}
            problem={problems()['mahalla']}
          />
          <TextField
            label={t('draft.landmark')}
            hint={t('draft.landmark_hint')}
            maxLength={limits.landmark.max}
            value={draft().landmark ?? ''}
            onInput={(landmark) => change({ landmark })}
            problem={problems()['landmark']}
          />
        </Section>
      </Show>
    </FormPage>
  )
}
