import type { Locale } from '#shared/i18n/locales.ts'

export type CsvCell = string | number | null

/** What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠|%]/u

/**
 * A table as a spreadsheet reads it: UTF-8 with the mark by which Excel knows it, and between the cells what Excel
 * expects in the language, for where a comma stands in numbers it does not part cells. A text that would be a formula
 * gets an apostrophe before it.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], locale: Locale): string {
  const separator = locale === 'en' ? ',' : ';'
  const lines = rows.map((row) => row.map((cell) => cellOf(cell, separator)).join(separator))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellOf(cell: CsvCell, separator: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return text.includes(separator) || /["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
