import type { InlineKeyboardButton, MessageEntity } from 'grammy/types'
import { checkAd } from '#shared/ads/check.ts'
import { placesIn } from '#shared/ads/places.ts'
import { composeCaption } from '#shared/channel/caption.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { Rate } from '#shared/money/money.ts'
import { type Choice, choicesFor } from './choices.ts'
import { addable, isAnswered, isOptional, problemsOf, type Question, questionsOf } from './engine.ts'
import type { Dialog, Facts } from './position.ts'
import { dialogTexts } from './texts.ts'
import { answerText, questionHint, questionTitle } from './wording.ts'

export interface Setting {
  locale: Locale
  /** The language of the channel, in which the ad will be posted. */
  channelLocale: Locale
  rate: Rate
  publicUrl: string
}

/** The bot's one message: what it says and the buttons under it. */
export interface View {
  text: string
  entities: MessageEntity[]
  rows: InlineKeyboardButton[][]
}

/** Rows of choices on a page. */
const pageRows = 6
/** UTF-16 units that two buttons beside each other can hold. */
const halfRow = 17

/** A button's data, at most 64 bytes (https://core.telegram.org/bots/api#inlinekeyboardbutton). */
export const buttonData = (step: number, action: string) => `d:${step}:${action}`

export function composeView(dialog: Dialog, facts: Facts, setting: Setting): View {
  const { shown } = dialog.position
  if (shown === 'cancelled') return cancelled(dialog, setting)
  if (shown === 'summary') return summary(dialog, facts, setting)
  if (shown === 'details') return details(dialog, setting)
  return questionView(dialog, shown, facts, setting)
}

function questionView(dialog: Dialog, question: Question, facts: Facts, setting: Setting): View {
  const { draft, position } = dialog
  const { locale } = setting
  const t = dialogTexts(locale)
  const said = answerText(draft, question, locale)
  const writing = writer()
  writing.add(noticeOf(dialog, question, facts, locale), '⚠️ ', '\n\n')
  writing.bold(questionTitle(draft, question, locale))
  writing.add(questionHint(draft, question, locale), '\n')
  writing.add(said && t('dialog.current', { answer: said }), '\n\n')

  const choices = choicesFor(draft, question, position, facts)
  const isRight = isAnswered(draft, question) && !problemsOf(draft, facts.photos).has(question)
  const act: Choice[] = []
  if (question === 'photoIds' && isAnswered(draft, question)) {
    if (!isRight) act.push({ text: t('dialog.clean'), action: 'clean' })
    act.push({ text: t('dialog.clear'), action: 'clear' })
  }
  if (isRight) act.push({ text: t('dialog.keep'), action: 'keep' })
  const isLater = question === 'photoIds' && !isRight && !position.skipped.includes(question)
  if (isLater) act.push({ text: t('draft.later'), action: 'skip' })
  else if (isOptional(draft, question) && question !== 'photoIds')
    act.push({ text: t(said ? 'dialog.remove' : 'dialog.skip'), action: 'skip' })
  if (position.more && !position.from) act.push({ text: t('dialog.enough'), action: 'enough' })
  return writing.view(dialog, setting, [...paged(choices, position.page), ...act.map((choice) => [choice])])
}

/** Why the question stands there: an answer that could not be taken, or one that is not right any more. */
function noticeOf(
  { draft, position }: Dialog,
  question: Question,
  { photos, places }: Facts,
  locale: Locale,
) {
  const t = dialogTexts(locale)
  if (position.notice) return t(position.notice.key, position.notice.params)
  if (places.all === 0) return `${t('draft.places_none')}. ${t('draft.places_none_text')}`
  if (draft.categoryId && placesIn(places, draft.categoryId) === 0) return t('draft.places_none_here')
  const problem = problemsOf(draft, photos).get(question)
  if (!problem || !isAnswered(draft, question)) return ''
  const { code, ...bounds } = problem
  const refused = photos.find((photo) => photo.state === 'refused')?.problem
  const why = code === 'photos_refused' && refused ? `${t(`photo.${refused}`)} ` : ''
  return why + t(`problem.${code}`, bounds)
}

function summary(dialog: Dialog, facts: Facts, setting: Setting): View {
  const { draft, position } = dialog
  const { locale, channelLocale, rate } = setting
  const t = dialogTexts(locale)
  const checked = checkAd(draft, facts.photos)
  const writing = writer()
  writing.add(position.notice && t(position.notice.key, position.notice.params), '⚠️ ', '\n\n')
  writing.bold(t('draft.step_preview'))
  if ('ad' in checked) {
    const { text, entities } = composeCaption(checked.ad, { locale: channelLocale, rate })
    writing.quote(text, entities)
  }
  writing.add(answerText(draft, 'photoIds', locale), '\n\n')
  writing.add(answerText(draft, 'contact', locale), '\n')

  const { main, more } = questionsOf(draft)
  const parts = main.filter((question) => !question.startsWith('attributes.'))
  const hasDetails = [...main, ...more].some((question) => question.startsWith('attributes.'))
  const edits: Choice[] = parts.map((question) => ({
    text: `✏️ ${partName(question, dialog, locale)}`,
    action: `edit:${question}`,
  }))
  if (hasDetails) edits.splice(2, 0, { text: `✏️ ${t('draft.step_details')}`, action: 'edit:details' })
  const rows: Choice[][] = [[{ text: `✅ ${t('draft.send')}`, action: 'send' }]]
  if (addable(draft, { skipped: [] }).length > 0)
    rows.push([{ text: `➕ ${t('draft.more_details')}`, action: 'more' }])
  return writing.view(dialog, setting, [...rows, ...inRows(edits)])
}

const partNames = {
  photoIds: 'draft.step_photos',
  title: 'draft.title',
  'contact.name': 'draft.name',
  categoryId: 'dialog.category',
  contact: 'draft.step_contact',
} as const

const partName = (question: Question, { draft }: Dialog, locale: Locale) =>
  question in partNames
    ? dialogTexts(locale)(partNames[question as keyof typeof partNames])
    : questionTitle(draft, question, locale).replace(/\?$/, '')

/** Every other answer that can be changed, one button each. */
function details(dialog: Dialog, setting: Setting): View {
  const { draft, position } = dialog
  const { main, more } = questionsOf(draft)
  const questions = [...main, ...more].filter((question) => question.startsWith('attributes.'))
  const choices = questions.map((question): Choice => {
    const said = answerText(draft, question, setting.locale)
    const name = questionTitle(draft, question, setting.locale)
    return { text: said ? `${name}: ${said}` : `➕ ${name}`, action: `edit:${question}` }
  })
  const writing = writer()
  writing.bold(dialogTexts(setting.locale)('draft.step_details'))
  return writing.view(dialog, setting, paged(choices, position.page))
}

function cancelled({ position }: Dialog, { locale }: Setting): View {
  const t = dialogTexts(locale)
  const undo = { text: t('dialog.undo'), callback_data: buttonData(position.step, 'undo') }
  return { text: t('dialog.cancelled'), entities: [], rows: position.undo ? [[undo]] : [] }
}

/** Two short choices beside each other, a long one alone. */
function inRows(choices: readonly Choice[]): Choice[][] {
  const rows: Choice[][] = []
  for (const choice of choices) {
    const last = rows.at(-1)
    const isShort = choice.text.length <= halfRow
    if (last?.length === 1 && isShort && (last[0]?.text.length ?? 0) <= halfRow) last.push(choice)
    else rows.push([choice])
  }
  return rows
}

function paged(choices: readonly Choice[], page: number): Choice[][] {
  const rows = inRows(choices)
  if (rows.length <= pageRows + 2) return rows
  const pages = Math.ceil(rows.length / pageRows)
  const at = Math.min(Math.max(page, 0), pages - 1)
  const turn: Choice[] = [
    { text: at > 0 ? '‹' : '·', action: `p:${Math.max(at - 1, 0)}` },
    { text: `${at + 1} / ${pages}`, action: `p:${(at + 1) % pages}` },
    { text: at < pages - 1 ? '›' : '·', action: `p:${Math.min(at + 1, pages - 1)}` },
  ]
  return [...rows.slice(at * pageRows, (at + 1) * pageRows), turn]
}

/** Puts a message together: its text, what of it is bold, and the ways out that are always there. */
function writer() {
  let text = ''
  const entities: MessageEntity[] = []
  return {
    add(part: string | undefined, before = '', after = '') {
      if (part) text += before + part + after
    },
    bold(part: string) {
      if (part) entities.push({ type: 'bold', offset: text.length, length: part.length })
      text += part
    },
    quote(part: string, inside: readonly MessageEntity[]) {
      text += '\n\n'
      for (const entity of inside) entities.push({ ...entity, offset: entity.offset + text.length })
      text += part
    },
    view({ position }: Dialog, { locale, publicUrl }: Setting, rows: readonly (readonly Choice[])[]): View {
      const t = dialogTexts(locale)
      const ways: Choice[] = [
        { text: t('dialog.back'), action: 'back' },
        { text: t('dialog.cancel'), action: 'cancel' },
      ]
      const buttons = [...rows, ways].map((row) =>
        row.map((choice) => ({ text: choice.text, callback_data: buttonData(position.step, choice.action) })),
      )
      return {
        text,
        entities,
        rows: [...buttons, [{ text: t('dialog.form'), web_app: { url: `${publicUrl}/new` } }]],
      }
    },
  }
}
