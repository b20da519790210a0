import type { Shown } from '#webapp/staff/settings/queries.ts'
import { differing, type Typed } from '#webapp/staff/typed.ts'

/** What stands for the Central Bank's rate in the field of the own one. */
export const banks = 'bank'
/** What stands for no automatic approval. */
export const never = 'never'

/** Settings of one number. */
const plain = ['askDaysBefore', 'contactsPerDay', 'hideAtReports'] as const
/** Settings with a number for all and others by category. */
const groups = ['openAds', 'lifetimeDays'] as const
type Group = (typeof groups)[number]

/** The settings as they stand in the fields; `usual` fills in where nothing is set. */
export function typedOf(settings: Shown['settings'] | Shown['usual'], usual: Shown['usual']): Typed {
  const grouped = groups.flatMap((group) => {
    const { categories, ...numbers } = settings[group] ?? usual[group]
    return [
      ...Object.entries(numbers).map(([key, value]) => [`${group}.${key}`, String(value)]),
      ...Object.entries(categories).map(([id, value]) => [`${group}.categories.${id}`, String(value)]),
    ]
  })
  return {
    ...Object.fromEntries(grouped),
    ...Object.fromEntries(plain.map((key) => [key, String(settings[key])])),
    autoApproveFrom: String(settings.autoApproveFrom ?? never),
    uzsPerUsd: String(settings.uzsPerUsd ?? banks),
  }
}

/** What was typed as the server wants it: a number, or else the text itself, so that it can say what is wrong with it. */
function valueOf(text = ''): number | string {
  const bare = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : text
}

/** The settings that were changed, for the server; a group that is as usual is not set. */
export function changesOf(typed: Typed, before: Typed, usual: Typed): Record<string, unknown> {
  const changed = differing(typed, before)
  const changes: Record<string, unknown> = {}
  for (const group of groups)
    if (changed.some((path) => path.startsWith(`${group}.`))) changes[group] = groupOf(group, typed, usual)
  for (const key of plain) if (changed.includes(key)) changes[key] = valueOf(typed[key])
  if (changed.includes('autoApproveFrom'))
    changes.autoApproveFrom = typed.autoApproveFrom === never ? null : Number(typed.autoApproveFrom)
  if (changed.includes('uzsPerUsd'))
    changes.uzsPerUsd = typed.uzsPerUsd === banks ? null : valueOf(typed.uzsPerUsd)
  return changes
}

function groupOf(group: Group, typed: Typed, usual: Typed) {
  const paths = [typed, usual].map((form) => Object.keys(form).filter((path) => path.startsWith(`${group}.`)))
  const isUsual = paths.flat().every((path) => typed[path] === usual[path])
  if (isUsual) return null
  const result: Record<string, unknown> = { categories: {} }
  for (const path of paths[0] ?? []) {
    const [, key = '', ...rest] = path.split('.')
    if (rest.length > 0)
      (result['categories'] as Record<string, unknown>)[rest.join('.')] = valueOf(typed[path])
    else result[key] = valueOf(typed[path])
  }
  return result
}

/** Ids of the categories that have a number of their own. */
export const categoriesIn = (group: Group, typed: Typed): string[] =>
  Object.keys(typed).flatMap((path) =>
    path.startsWith(`${group}.categories.`) ? [path.slice(`${group}.categories.`.length)] : [],
  )
