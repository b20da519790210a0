import { createSignal, untrack } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { groupDigits } from '#shared/money/money.ts'
import { type Person, setOwnLimit } from '#webapp/people/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { toast } from '#webapp/ui/toast.tsx'

interface Props {
  person: Person
  onChanged: () => void
}

/** How many ads somebody may have at a time, for whom the board's own limits do not fit: a shop, or who floods. */
export const LimitSheet = (props: Props & { open: boolean; onClose: () => void }) => (
  <Sheet open={props.open} onClose={props.onClose} title={t('people.limit')}>
    <LimitForm person={props.person} onChanged={props.onChanged} />
  </Sheet>
)

function LimitForm(props: Props) {
  const [typed, setTyped] = createSignal(untrack(() => String(props.person.openAds ?? '')))
  const [problem, setProblem] = createSignal<string>()
  const { busy, attempt } = createAttempt()

  async function save() {
    const text = typed().replace(/\s/g, '')
    if (!/^\d*$/.test(text) || Number(text) > limits.openAds)
      return void setProblem(t('problem.range', { min: 0, max: groupDigits(limits.openAds) }))
    if (!(await attempt(setOwnLimit, props.person.id, text === '' ? null : Number(text)))) return
    toast(t('people.limit_done'))
    props.onChanged()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Section footer={t('people.limit_hint')}>
        <TextField
          label={t('people.limit_own')}
          value={typed()}
          onInput={(text) => {
            setTyped(text)
            setProblem(undefined)
          }}
          placeholder={t('people.limit_usual')}
          inputMode="numeric"
          suffix={t('board.unit_ads')}
          problem={problem()}
        />
      </Section>
      <div class="vb-sheet__bar">
        <button type="submit" class="vb-button" aria-busy={busy()}>
          {t('board.save')}
        </button>
      </div>
    </form>
  )
}
