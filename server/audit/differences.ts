import { isDeepStrictEqual } from 'node:util'
import { categoryLabel, fieldsOf, type Reader, textOf } from '#server/audit/fields.ts'
import type { AuditRow } from '#server/audit/queries.ts'
import { momentOf } from '#server/audit/tell.ts'
import { attributeOf, categoryById, formatAttribute, labelOf } from '#shared/catalog/index.ts'
import type { AttributeValue } from '#shared/catalog/types.ts'
import { common } from '#shared/i18n/common/index.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import { formatPrice } from '#shared/money/format.ts'
import type { Price } from '#shared/money/money.ts'

/** One thing that is another than before, in the reader's words; null: there was or is nothing. */
export interface Difference {
  label: string
  before: string | null
  after: string | null
}

/** Numbers of rows, what follows from the rest, and what the entry itself says. */
const silent = new Set([
  'revision',
  'regionId',
  'pricePer',
  'report',
  'reports',
  'channelId',
  'announcement',
  'progress',
  'since',
])
/** Letters of a value that are told. */
const longest = 400

interface Leaf {
  path: readonly string[]
  value: unknown
}

/** What an entry says was changed, field by field: those of a field that is a group are fields of their own. */
export function differencesOf(row: AuditRow, reader: Reader): Difference[] {
  const [was, is] = [leavesOf(row.before), leavesOf(row.after)]
  const say = speaker(row, was.get('categoryId') ?? is.get('categoryId'), reader)
  return [...new Map([...was, ...is]).entries()]
    .sort(([, one], [, other]) => say.rank(one.path) - say.rank(other.path))
    .filter(([key]) => !isDeepStrictEqual(was.get(key)?.value, is.get(key)?.value))
    .map(([key, { path }]) => {
      const [before, after] = apart(was.get(key)?.value ?? null, is.get(key)?.value ?? null)
      return { label: say.label(path), before: say.value(path, before), after: say.value(path, after) }
    })
    .filter(({ before, after }) => before !== after)
}

/** What stands at the ends of an object, by the path there; a price is one thing. */
function leavesOf(value: unknown, path: readonly string[] = []): Map<string, Leaf> {
  const name = path.at(-1) ?? ''
  if (silent.has(name) || value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value) || name === 'price')
    return new Map([[path.join('\n'), { path, value }]])
  return new Map(Object.entries(value).flatMap(([key, each]) => [...leavesOf(each, [...path, key])]))
}

/** Of two lists only what has come and gone, unless it is the order. */
function apart(was: unknown, is: unknown): [unknown, unknown] {
  if (!Array.isArray(was) || !Array.isArray(is)) return [was, is]
  const without = (list: readonly unknown[], other: readonly unknown[]) =>
    list.filter((item) => !other.some((one) => isDeepStrictEqual(item, one)))
  const [gone, come] = [without(was, is), without(is, was)]
  return gone.length + come.length === 0 ? [was, is] : [gone, come]
}

function speaker(row: AuditRow, categoryLeaf: Leaf | undefined, reader: Reader) {
  const { locale } = reader
  const t = staffTexts(locale)
  const fields = fieldsOf(row)
  const category = categoryById(String(categoryLeaf?.value))
  /** The question of the ad's category that this answers. */
  const question = ([group, key = '']: readonly string[]) =>
    category && group === 'attributes' ? attributeOf(category, key) : undefined

  function label(path: readonly string[]): string {
    const asked = question(path)
    if (asked) return labelOf(asked.labels, locale)
    return path
      .flatMap((part) => {
        const field = fields[part]
        if (field) return field[0] === null ? [] : (textOf(field[0], locale) ?? part)
        return categoryLabel(part, locale) ?? part
      })
      .join(' · ')
  }

  /** Null where there is nothing. */
  function value(path: readonly string[], what: unknown): string | null {
    if (what === null || what === '') return null
    const asked = question(path)
    if (asked) return formatAttribute(asked, what as AttributeValue, locale)
    if (Array.isArray(what)) {
      const items = what.map((item) => value(path, item)).filter((item) => item !== null)
      return items.length > 0 ? short(items.join(', ')) : null
    }
    if (typeof what === 'boolean') return t(what ? 'audit.yes' : 'audit.no')
    const name = path.at(-1) ?? ''
    if (name === 'price') return formatPrice(what as Price, common(locale)) || null
    if (typeof what === 'object') return short(JSON.stringify(what))
    const text = String(what)
    const said = fields[name]?.[1]?.(text, reader)
    if (said !== undefined) return said
    return short(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? momentOf(new Date(text)) : text)
  }
  /** In the order in which the fields are known, the unknown ones last. */
  function rank(path: readonly string[]): number {
    const known = Object.keys(fields).indexOf(path.at(-1) ?? '')
    return known === -1 ? Number.MAX_SAFE_INTEGER : known
  }
  return { label, value, rank }
}

const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
