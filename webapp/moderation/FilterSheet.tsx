import { hintKinds } from '#shared/moderation/hints.ts'
import { spoken } from '#shared/moderation/language.ts'
import type { QueueFilter } from '#shared/moderation/schema.ts'
import { glance } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'

const all = 'all'

/** Which ads of the queue one wants to look at; every choice counts at once, and the button says how many there are. */
export function FilterSheet(props: {
  open: boolean
  filter: QueueFilter
  count: number
  onClose: () => void
  onChange: (filter: QueueFilter) => void
}) {
  const choose = (key: keyof QueueFilter, value: string) => {
    const { [key]: _, ...others } = props.filter
    props.onChange((value === all ? others : { ...others, [key]: value }) as QueueFilter)
  }
  const everything = () => ({ id: all, label: t('moderation.filter_all') })
  return (
    <Sheet open={props.open} onClose={props.onClose} title={t('moderation.filter')}>
      <Section>
        <Chips
          label={t('field.category')}
          options={[everything(), ...glance().categories]}
          value={props.filter.category ?? all}
          onChange={(id) => choose('category', id)}
        />
        <Chips
          label={t('moderation.filter_language')}
          options={[everything(), ...spoken.map((id) => ({ id, label: languages[id] }))]}
          value={props.filter.language ?? all}
          onChange={(id) => choose('language', id)}
        />
        <Chips
          label={t('moderation.hints')}
          options={[
            everything(),
            ...(['none', 'any', ...hintKinds] as const).map((id) => ({
              id,
              label: t(`moderation.hint_${id}`),
            })),
          ]}
          value={props.filter.hint ?? all}
          onChange={(id) => choose('hint', id)}
        />
      </Section>
      <div class="vb-sheet__bar">
        <button type="button" class="vb-button" onClick={() => props.onClose()}>
          {t('moderation.show', { count: props.count })}
        </button>
      </div>
    </Sheet>
  )
}

/** By their own names, as everywhere. */
const languages = { uz: 'Oʻzbekcha', 'uz-Cyrl': 'Ўзбекча', ru: 'Русский' } as const
