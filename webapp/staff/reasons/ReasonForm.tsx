import { createSignal, For, Show, untrack } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { adFields } from '#shared/moderation/schema.ts'
import { ownWords } from '#shared/reasons/built-in.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'
import { ApiError, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/staff/i18n.ts'
import { contentOf, languages, typedOf } from '#webapp/staff/reasons/form.ts'
import { loadReasons, type Reason, saveReason } from '#webapp/staff/reasons/queries.ts'
import { showFirstProblem } from '#webapp/staff/settings/board-form.ts'
import { clashOf } from '#webapp/staff/settings/NumberSetting.tsx'
import { differing } from '#webapp/staff/typed.ts'
import { createTypedForm } from '#webapp/staff/typed-form.ts'
import { haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Page, useBack } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Switch } from '#webapp/ui/Switch.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { ToggleChips } from '#webapp/ui/ToggleChips.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** By their own names, as everywhere. */
const names = { uz: 'Oʻzbekcha', 'uz-Cyrl': 'Ўзбекча', ru: 'Русский', en: 'English' } as const

/** What is read where nobody has written it in this language. */
function unwritten(language: (typeof languages)[number], uz: string): string | undefined {
  if (language === 'uz') return undefined
  return language === 'uz-Cyrl' ? toCyrillic(uz) : uz
}

/** A name is so short that its rest is counted only when it is long. */
function maxOf(part: 'name' | 'text', typed = ''): number | undefined {
  if (part === 'text') return limits.reasonText.max
  return typed.length * 3 > limits.reasonName.max * 2 ? limits.reasonName.max : undefined
}

/** The words of a reason in each language and what it does; what is typed stays until it is saved. */
export function ReasonForm(props: { id: string; first: Reason | undefined }) {
  const goBack = useBack()
  const { first, id } = untrack(() => ({ first: props.first, id: props.id }))
  const form = createTypedForm(`reason.${first ? id : 'new'}`, typedOf(first))
  const { typed, isDirty, set, problems, setProblems, clashes } = form
  const [base, setBase] = createSignal(first)
  const [saving, setSaving] = createSignal(false)

  /** What another admin has made of it; what was typed here stays on top. */
  async function refresh() {
    const next = (await loadReasons()).find((one) => one.id === id)
    setBase(next)
    form.overtake(typedOf(next))
  }

  async function save() {
    setSaving(true)
    setProblems({})
    const { usual, revision = 0 } = base() ?? {}
    const sent = typed()
    const archived = sent.archived === 'yes'
    const content = contentOf(sent)
    const isUsual = usual != null && differing(sent, typedOf({ ...usual, archived })).length === 0
    try {
      const saved = await saveReason(props.id, { content: isUsual ? null : content, archived, revision })
      setBase(saved)
      form.settle(sent, typedOf(saved))
      haptic('success')
      toast(t('board.saved'))
      goBack()
    } catch (error) {
      haptic('error')
      if (error instanceof ApiError) setProblems(error.fields)
      if (error instanceof ApiError && error.code === 'reasons.changed')
        await refresh().catch(() => undefined)
      toast(messageOf(error))
      showFirstProblem()
    } finally {
      setSaving(false)
    }
  }
  const said = (path: string) => problems()[path] ?? clashOf(clashes()[path])
  const main = () =>
    isDirty() ? { text: t('board.save'), busy: saving(), onClick: () => void save() } : undefined

  return (
    <Page back column title={t(props.first ? 'reasons.edit' : 'reasons.add')} main={main()}>
      <For each={languages}>
        {(language) => (
          <Section
            header={names[language]}
            footer={
              language === 'uz'
                ? undefined
                : t(language === 'uz-Cyrl' ? 'reasons.cyrillic_hint' : 'reasons.other_hint')
            }
          >
            <For each={['name', 'text'] as const}>
              {(part) => (
                <TextField
                  label={t(`reasons.${part}`)}
                  value={typed()[`${part}.${language}`] ?? ''}
                  onInput={(text) => set(`${part}.${language}`, text)}
                  maxLength={maxOf(part, typed()[`${part}.${language}`])}
                  multiline={part === 'text'}
                  hint={language === 'uz' ? t(`reasons.${part}_hint`) : undefined}
                  placeholder={unwritten(language, typed()[`${part}.uz`] ?? '')}
                  problem={said(`${part}.${language}`)}
                />
              )}
            </For>
          </Section>
        )}
      </For>
      <Section header={t('reasons.does')}>
        <ToggleChips
          label={t('reasons.fields')}
          options={adFields.map((field) => ({ id: field, label: t(`field.${field}`) }))}
          value={(typed().fields ?? '').split(' ')}
          onChange={(fields) => set('fields', adFields.filter((each) => fields.includes(each)).join(' '))}
        />
        <Switch
          label={t('reasons.is_final')}
          checked={typed().final === 'yes'}
          onChange={(on) => set('final', on ? 'yes' : '')}
        />
        <Show when={props.first && props.id !== ownWords}>
          <Switch
            label={t('reasons.is_archived')}
            checked={typed().archived === 'yes'}
            onChange={(on) => set('archived', on ? 'yes' : '')}
          />
        </Show>
      </Section>
      <Show when={base()?.usual}>
        {(usual) => (
          <Section>
            <Cell
              icon="🔄"
              title={t('reasons.usual')}
              onClick={() => form.fill((now) => typedOf({ ...usual(), archived: now.archived === 'yes' }))}
            />
          </Section>
        )}
      </Show>
    </Page>
  )
}
