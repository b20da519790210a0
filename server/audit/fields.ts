import type { AuditRow, Names } from '#server/audit/queries.ts'
import { isText } from '#server/audit/tell.ts'
import { categoryById, labelOf, topCategoryById } from '#shared/catalog/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { type CommonKey, uz as everybodys } from '#shared/i18n/common/uz.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import type { StaffTextKey } from '#shared/i18n/staff/uz/index.ts'
import { placeLabel } from '#shared/regions/regions.ts'

/** Who reads, and the names that an entry's ids stand for. */
export interface Reader {
  names: Names
  locale: Locale
}
type Value = (text: string, reader: Reader) => string | undefined

/** How a field is called, `null` where its own fields say enough, and how its value is said; as it is otherwise. */
type Field = readonly [label: StaffTextKey | CommonKey | null, value?: Value]
type Fields = Readonly<Record<string, Field>>

export const categoryLabel = (id: string, locale: Locale): string | undefined => {
  const found = categoryById(id) ?? topCategoryById(id)
  return found && labelOf(found.labels, locale)
}

const category: Value = (id, { locale }) => categoryLabel(id, locale)
const place: Value = (id, { locale }) => placeLabel(id, locale) || undefined
const reason: Value = (id, { names, locale }) => names.reasons.get(id)?.[locale]
const person: Value = (id, { names }) => names.people.get(Number(id))?.firstName || undefined
/** A text of the staff's or of everybody's; undefined where there is none. */
export function textOf(key: string, locale: Locale): string | undefined {
  if (isText(key)) return staffTexts(locale)(key)
  return key in everybodys ? common(locale)(key as CommonKey) : undefined
}
const word =
  (beginning: string): Value =>
  (text, { locale }) =>
    textOf(`${beginning}${text}`, locale)
const language = word('announcements.in_')
/** Minutes of a day. */
const clock: Value = (text) => {
  const [hour, minute] = [Math.floor(Number(text) / 60), Number(text) % 60]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
const pause: Value = (text, { locale }) => {
  const t = staffTexts(locale)
  return text === '0' ? t('channels.gap_none') : t('channels.gap_minutes', { count: text })
}

const inLanguages: Fields = {
  uz: ['announcements.in_uz'],
  'uz-Cyrl': ['announcements.in_uz-Cyrl'],
  ru: ['announcements.in_ru'],
  en: ['announcements.in_en'],
}

const ofChannel: Fields = {
  title: ['field.title'],
  username: ['audit.field_username'],
  enabled: ['channels.enabled'],
  categories: ['channels.categories', category],
  regions: ['channels.regions', place],
  locale: ['channels.language', language],
  style: ['channels.style', word('channels.style_')],
  gap: ['channels.gap', pause],
  quietFrom: ['channels.quiet_from', clock],
  quietTo: ['channels.quiet_to', clock],
  signature: ['channels.signature'],
  standing: ['audit.field_standing', word('audit.value_standing_')],
  lacks: ['audit.field_lacks', word('audit.value_lacks_')],
  error: ['audit.field_refused'],
  refused: ['audit.field_refused'],
  posts: ['channels.posts'],
}

const ofAnnouncement: Fields = {
  ...inLanguages,
  texts: [null],
  audience: [null],
  who: ['announcements.audience', word('announcements.to_')],
  region: ['announcements.region', place],
  category: ['announcements.category', category],
  languages: ['announcements.languages', language],
  state: ['audit.field_state', word('announcements.state_')],
}

const ofReason: Fields = {
  ...inLanguages,
  name: ['reasons.name'],
  text: ['reasons.text'],
  fields: ['reasons.fields', word('field.')],
  final: ['reasons.is_final'],
  archived: ['reasons.is_archived'],
  ids: ['audit.field_order', reason],
}

const ofSettings: Fields = {
  openAds: ['board.open_ads'],
  lifetimeDays: ['board.lifetime'],
  all: ['board.open_all'],
  category: ['board.open_category'],
  categories: [null],
  askDaysBefore: ['board.ask'],
  uzsPerUsd: ['board.rate'],
  contactsPerDay: ['audit.field_contactsPerDay'],
  autoApproveFrom: ['board.auto', word('board.auto_')],
  hideAtReports: ['board.reports'],
  suspiciousWords: ['board.words'],
}

const ofPerson: Fields = {
  trust: ['moderation.trust', word('moderation.trust_')],
  openAds: ['people.limit'],
  role: ['people.role', word('people.role_')],
  ban: [null],
  reason: ['people.ban_why', word('ban.')],
  note: ['people.ban_note'],
  until: ['audit.field_until'],
  ads: ['people.ban_ads', word('people.ban_')],
  hidden: ['audit.field_hidden'],
  released: ['audit.field_released'],
}

const ofFile: Fields = {
  table: ['audit.field_table', word('numbers.file_')],
  rows: ['audit.field_rows'],
  period: ['numbers.period', word('numbers.period_')],
  kind: ['audit.kind', word('audit.kind_')],
  action: ['audit.field_action'],
  actor: ['audit.actor', person],
  person: ['audit.person', person],
  ad: ['audit.ad'],
  from: ['audit.from'],
  to: ['audit.to'],
}

const ofAd: Fields = {
  state: ['audit.field_state', word('state.')],
  price: ['field.price'],
  categoryId: ['field.category', category],
  districtId: ['field.place', place],
  title: ['field.title'],
  description: ['field.description'],
  mahalla: ['audit.field_mahalla'],
  landmark: ['audit.field_landmark'],
  attributes: [null],
  fields: ['audit.field_fields', word('field.')],
  reason: ['audit.field_reason', word('report.')],
  rejectionReason: ['audit.field_reason', reason],
  rejectionNote: ['audit.field_note'],
  rejectionFinal: ['reasons.is_final'],
}

const groups: readonly (readonly [beginning: string, Fields])[] = [
  ['channel_', ofChannel],
  ['announcement_', ofAnnouncement],
  ['reason', ofReason],
  ['settings', ofSettings],
  ['exported', ofFile],
]

/** How what an entry tells is called and said. */
export const fieldsOf = ({ action, adId, userId }: Pick<AuditRow, 'action' | 'adId' | 'userId'>): Fields => {
  if (userId !== null && adId === null) return ofPerson
  return groups.find(([beginning]) => action.startsWith(beginning))?.[1] ?? ofAd
}
