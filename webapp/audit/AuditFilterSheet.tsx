import { createSignal, createUniqueId, untrack } from 'solid-js'
import type { AuditQuery } from '#webapp/audit/queries.ts'
import { PersonPicker, type Picked } from '#webapp/people/PersonPicker.tsx'
import { t } from '#webapp/staff/i18n.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

/** Who, to whom, which ad and which days; what is chosen is looked for at once with the one button. */
export default function AuditFilterSheet(props: {
  query: AuditQuery
  staff: readonly Picked[]
  /** Whom the query names. */
  person: Picked | undefined
  onApply: (query: AuditQuery) => void
  onClose: () => void
}) {
  const before = untrack(() => props.query)
  const [actor, setActor] = createSignal(before.actor ?? '')
  const [ad, setAd] = createSignal(before.ad ?? '')
  const [person, setPerson] = createSignal(untrack(() => props.person))
  const [from, setFrom] = createSignal(before.from ?? '')
  const [to, setTo] = createSignal(before.to ?? '')
  const digits = (text: string) => text.replace(/\D/g, '').slice(0, 15)
  const said = () => {
    const all = { actor: actor(), ad: ad(), person: person() && String(person()?.id), from: from(), to: to() }
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as AuditQuery
  }
  const kind = () => (props.query.kind ? { kind: props.query.kind } : {})
  return (
    <Sheet open onClose={() => props.onClose()} title={t('audit.filter')}>
      <Chips
        label={t('audit.actor')}
        options={[
          { id: '', label: t('audit.anybody') },
          ...props.staff.map(({ id, name }) => ({ id: String(id), label: name || String(id) })),
        ]}
        value={actor()}
        onChange={setActor}
      />
      <div class="audit__days">
        <Day label={t('audit.from')} value={from()} max={to()} onInput={setFrom} />
        <Day label={t('audit.to')} value={to()} min={from()} onInput={setTo} />
      </div>
      <TextField
        label={t('audit.ad')}
        inputMode="numeric"
        value={ad()}
        onInput={(text) => setAd(digits(text))}
      />
      <PersonPicker label={t('audit.person')} value={person()} onChange={setPerson} />
      <div class="audit__buttons">
        <button type="button" class="vb-button vb-button--plain" onClick={() => props.onApply(kind())}>
          {t('audit.clear')}
        </button>
        <button type="button" class="vb-button" onClick={() => props.onApply({ ...kind(), ...said() })}>
          {t('audit.apply')}
        </button>
      </div>
    </Sheet>
  )
}

function Day(props: {
  label: string
  value: string
  min?: string
  max?: string
  onInput: (day: string) => void
}) {
  const id = createUniqueId()
  return (
    <div class="vb-field audit__day">
      <label class="vb-field__label" for={id}>
        {props.label}
      </label>
      <div class="vb-field__box">
        <input
          id={id}
          class="vb-field__input"
          type="date"
          value={props.value}
          min={props.min || undefined}
          max={props.max || undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      </div>
    </div>
  )
}
