import { describe, expect, it } from 'vitest'
import { groupTyped } from './group-typed.ts'
import { parseNumber, parseSum } from './parse.ts'

describe('parseSum', () => {
  it.each([
    ['12 500 000', 12_500_000],
    ['12\u00a0500\u00a0000', 12_500_000],
    ['12500000', 12_500_000],
    ['12.500.000', 12_500_000],
    ['12,500,000', 12_500_000],
    ['1.500', 1500],
    ['12,5 mln', 12_500_000],
    ['12.5mln', 12_500_000],
    ['12mln.', 12_000_000],
    ['1 mln 200 ming', 1_200_000],
    ['150 минг', 150_000],
    ['500 тыс', 500_000],
    ['2 mlrd', 2_000_000_000],
    ['3 миллиона', 3_000_000],
    ['1.5k', 1500],
    ['１２ mln', 12_000_000],
    ['0,29 mln', 290_000],
  ])('reads %j as %i without a currency', (typed, amount) => {
    expect(parseSum(typed)).toEqual({ amount })
  })

  it.each([
    ['1500$', 1500, 'USD'],
    ['$ 1 500', 1500, 'USD'],
    ['12 mln soʻm', 12_000_000, 'UZS'],
    ["250 ming so'm", 250_000, 'UZS'],
    ['800 000 сўм', 800_000, 'UZS'],
    ['9000 у.е.', 9000, 'USD'],
    ['7 500 dollar', 7500, 'USD'],
    ['12k$', 12_000, 'USD'],
  ])('reads %j as %i %s', (typed, amount, currency) => {
    expect(parseSum(typed)).toEqual({ amount, currency })
  })

  it.each([
    '',
    'kelishiladi',
    '12,5',
    '12 yoki 13',
    'mln',
    '1.2.3',
    '-5',
    '12 $ 5 soʻm',
    '9'.repeat(30),
    '5 qop',
  ])('refuses %j', (typed) => {
    expect(parseSum(typed)).toBeUndefined()
  })
})

describe('parseNumber', () => {
  it.each([
    ['87 000', 0, 87_000],
    ['87.000', 0, 87_000],
    ['87 ming', 0, 87_000],
    ['2,5', 1, 2.5],
    ['2.5', 1, 2.5],
    ['1.250', 2, 1.25],
    ['12', 1, 12],
  ])('reads %j with %i decimals as %d', (typed, decimals, number) => {
    expect(parseNumber(typed, decimals)).toBe(number)
  })

  it('refuses what is not only a number', () => {
    for (const typed of ['', '5 ta', '1e9', '0x10', '1,2,3', 'NaN', '-3', '5 $'])
      for (const decimals of [0, 1]) expect(parseNumber(typed, decimals)).toBeUndefined()
  })
})

describe('groupTyped', () => {
  /** `|` stands for the caret. */
  const type = (typed: string) => {
    const { text, caret } = groupTyped({ text: typed.replace('|', ''), caret: typed.indexOf('|') })
    return `${text.slice(0, caret)}|${text.slice(caret)}`.replaceAll('\u00a0', ' ')
  }

  it.each([
    ['1250|', '1 250|'],
    ['1 2509|', '12 509|'],
    ['12 5|00 000', '12 5|00 000'],
    ['129 |500 000', '129| 500 000'],
    ['1 50|000', '150| 000'],
    ['|1 000', '|1 000'],
    ['007|', '7|'],
    ['|', '|'],
    ['12,5 mln|', '12,5 mln|'],
  ])('turns %j into %j', (typed, shown) => {
    expect(type(typed)).toBe(shown)
  })
})
