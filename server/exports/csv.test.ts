import { expect, it } from 'vitest'
import { toCsv } from './csv.ts'

it('begins with the mark of UTF-8 and parts cells as Excel does in the language', () => {
  expect(
    toCsv(
      [
        ['Kun', 'Soni'],
        ['2026-03-12', 7],
      ],
      'uz',
    ),
  ).toBe('\uFEFFKun;Soni\r\n2026-03-12;7\r\n')
  expect(toCsv([['Day', null, 1.5]], 'en')).toBe('\uFEFFDay,,1.5\r\n')
})

it('keeps quotes, separators and lines within their cell', () => {
  expect(toCsv([['a "b"', 'c;d', 'e\nf']], 'ru')).toBe('\uFEFF"a ""b""";"c;d";"e\nf"\r\n')
})

it.each(['=1+1', '+998901234567', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\u200B=1', '＝1', '|calc'])(
  'lets no text be a formula: %j',
  (text) => {
    const [cell = ''] = toCsv([[text]], 'uz')
      .slice(1)
      .split('\r\n"')
    expect(cell.replace(/^"/, '').startsWith(`'`)).toBe(true)
  },
)

it('leaves numbers numbers, also below zero', () => {
  expect(toCsv([[-5, 'oddiy-matn']], 'uz')).toBe('\uFEFF-5;oddiy-matn\r\n')
})
