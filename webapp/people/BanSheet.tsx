import { Show, untrack } from 'solid-js'
import { limits } from '#shared/limits.ts'
import {
  type Ban,
  type BanAds,
  type BanReason,
  banAdsChoices,
  banEnd,
  banReasons,
  banTerms,
} from '#shared/people/schema.ts'
import { createKept } from '#webapp/moderation/kept.ts'
import { banPerson, type Person } from '#webapp/people/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './people.css'

interface Props {
  /** With a ban that holds, the new one takes its place. */
  person: { id: number; name: string; ban?: BanNow | null }
  onBanned: (o: { hidden: boolean }) => void
}

/** Asks why somebody is banned, for how long, and what happens to their ads; the person reads the reason. */
export const BanSheet = (props: Props & { open: boolean; onClose: () => void }) => (
  <Sheet
    open={props.open}
    onClose={props.onClose}
    title={t('people.ban_title', { name: props.person.name || props.person.id })}
  >
    <BanForm person={props.person} onBanned={props.onBanned} />
  </Sheet>
)

type BanNow = Pick<NonNullable<Person['ban']>, 'reason' | 'note' | 'until'>

const date = 'date'

interface Fields {
  reason: BanReason | undefined
  note: string
  /** One of `banTerms`, or `date` and then the day. */
  term: string
  day: string
  ads: BanAds
}

/** A ban that is changed stays as it is but for what is chosen anew: neither its end nor any ad goes by the way. */
const asBanned = ({ reason, note, until }: BanNow): Fields => ({
  reason,
  note: note ?? '',
  term: until === null ? 'forever' : date,
  day: until === null ? '' : dayInTashkent(until),
  ads: 'keep',
})
const dayInTashkent = (moment: string) =>
  new Date(new Date(moment).getTime() + 5 * 3_600_000).toISOString().slice(0, 10)

function BanForm(props: Props) {
  const before = untrack(() => props.person.ban)
  const { fields, change, forget } = createKept<Fields>(
    untrack(() => `ban ${props.person.id}`),
    () => (before ? asBanned(before) : { reason: undefined, note: '', term: 'week', day: '', ads: 'hide' }),
  )
  const { busy, attempt } = createAttempt()

  /** Undefined until everything is answered. */
  const ban = (): Ban | undefined => {
    const { reason, note, term, day, ads } = fields()
    const until = term === date ? day : term
    const explained = reason !== 'other' || note.trim() !== ''
    const isAhead = term !== date || (banEnd(until)?.getTime() ?? 0) > Date.now()
    if (!reason || !explained || !isAhead || note.length > limits.banNote.max) return undefined
    return { reason, note: note.trim(), term: until, ads, again: Boolean(before) }
  }
  async function send(complete: Ban) {
    if (!(await attempt(banPerson, props.person.id, complete))) return
    forget()
    toast(t('people.ban_done'))
    props.onBanned({ hidden: complete.ads === 'hide' })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const complete = ban()
        if (complete) void send(complete)
      }}
    >
      <OptionList
        label={t('people.ban_why')}
        options={banReasons.map((id) => ({ id, label: t(`ban.${id}`) }))}
        value={fields().reason}
        onChange={(id) => change({ reason: id as BanReason })}
      />
      <Section>
        <TextField
          label={t('people.ban_note')}
          hint={t(fields().reason === 'other' ? 'people.ban_note_needed' : 'people.ban_note_hint')}
          value={fields().note}
          onInput={(note) => change({ note })}
          maxLength={limits.banNote.max}
          multiline
        />
      </Section>
      <Section>
        <Chips
          label={t('people.ban_term')}
          options={[...banTerms, date].map((id) => ({
            id,
            label: t(`people.term_${id as (typeof banTerms)[number] | 'date'}`),
          }))}
          value={fields().term}
          onChange={(term) => change({ term })}
        />
        <Show when={fields().term === date}>
          <label class="people__date">
            <span class="people__date-label">{t('people.ban_until')}</span>
            <input
              type="date"
              min={new Date().toISOString().slice(0, 10)}
              value={fields().day}
              onInput={(event) => change({ day: event.currentTarget.value })}
            />
          </label>
        </Show>
        <Chips
          label={t('people.ban_ads')}
          options={banAdsChoices.map((id) => ({ id, label: t(`people.ban_${id}`) }))}
          value={fields().ads}
          onChange={(id) => change({ ads: id as BanAds })}
        />
      </Section>
      <div class="vb-sheet__bar">
        <button type="submit" class="vb-button vb-button--danger" aria-busy={busy()} disabled={!ban()}>
          {t('people.ban_do')}
        </button>
      </div>
    </form>
  )
}
