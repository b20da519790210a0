import { expect, test } from 'vitest'
import { readPrice } from '#shared/answers/price.ts'

test.each([
  ['12,5 mln', 12_500_000, 'UZS'],
  ['12.5 млн', 12_500_000, 'UZS'],
  ['1500$', 1500, 'USD'],
  ['$900', 900, 'USD'],
  ['$ 1,500', 1500, 'USD'],
  ['1 500 y.e.', 1500, 'USD'],
  ['1500 у.е.', 1500, 'USD'],
  ['1500 у. е.', 1500, 'USD'],
  ['1500 уе', 1500, 'USD'],
  ['1500 ye', 1500, 'USD'],
  ['1,5 ming dollar', 1500, 'USD'],
  ['полторы тысячи долларов', 1500, 'USD'],
  ['ikki yuz dollar', 200, 'USD'],
  ['12k$', 12_000, 'USD'],
  ['150 ming', 150_000, 'UZS'],
  ['150ming', 150_000, 'UZS'],
  ['150 минг сўм', 150_000, 'UZS'],
  ['200 тыс', 200_000, 'UZS'],
  ['200 тыс. сум', 200_000, 'UZS'],
  ['12 500 000', 12_500_000, 'UZS'],
  ['12.500.000', 12_500_000, 'UZS'],
  ['12,500,000 soʻm', 12_500_000, 'UZS'],
  ['12\u00a0500\u00a0000', 12_500_000, 'UZS'],
  ['2 mln 300 ming', 2_300_000, 'UZS'],
  ['2 млн 300 минг сум', 2_300_000, 'UZS'],
  ['bir yarim million', 1_500_000, 'UZS'],
  ['бир ярим миллион', 1_500_000, 'UZS'],
  ['15 лям', 15_000_000, 'UZS'],
  ['12m', 12_000_000, 'UZS'],
  ['1,2 mlrd', 1_200_000_000, 'UZS'],
  ['narxi 3,5 mln soʻm', 3_500_000, 'UZS'],
  ['цена 3 миллиона', 3_000_000, 'UZS'],
  ['12 млн торга нет', 12_000_000, 'UZS'],
  ['без торга 500$', 500, 'USD'],
  ['900$ barter yoʻq', 900, 'USD'],
  ['12 mln, bepul yetkazib beramiz', 12_000_000, 'UZS'],
  ['85 000', 85_000, 'UZS'],
])('%j is %d %s', (typed, amount, currency) => {
  expect(readPrice(typed, 'UZS')).toEqual({ price: { kind: 'fixed', amount, currency } })
})

test.each([
  ["145 mln so'm kelishiladi", 'negotiable', 145_000_000, 'UZS'],
  ['145 млн, келишамиз', 'negotiable', 145_000_000, 'UZS'],
  ['4500 у.е. торг', 'negotiable', 4500, 'USD'],
  ['12 500 000 soʻm, kelishiladi', 'negotiable', 12_500_000, 'UZS'],
  ['900$ обмен на дамас', 'exchange', 900, 'USD'],
  ['900 $, ayirboshlasa ham boʻladi', 'exchange', 900, 'USD'],
  ['kelishiladi', 'negotiable', undefined, 'UZS'],
  ['Келишилади', 'negotiable', undefined, 'UZS'],
  ['kelishuv asosida', 'negotiable', undefined, 'UZS'],
  ['договорная', 'negotiable', undefined, 'UZS'],
  ['negotiable', 'negotiable', undefined, 'UZS'],
  ['ayirboshlash', 'exchange', undefined, 'UZS'],
  ['almashaman', 'exchange', undefined, 'UZS'],
  ['бартер', 'exchange', undefined, 'UZS'],
  ['обмен', 'exchange', undefined, 'UZS'],
  ['bepul', 'free', undefined, 'UZS'],
  ['tekinga', 'free', undefined, 'UZS'],
  ['текин', 'free', undefined, 'UZS'],
  ['бесплатно', 'free', undefined, 'UZS'],
  ['даром', 'free', undefined, 'UZS'],
])('%j is %s of %s %s', (typed, kind, amount, currency) => {
  expect(readPrice(typed, 'UZS')).toEqual({
    price: { kind, currency, ...(amount !== undefined && { amount }) },
  })
})

test.each([
  ['арзон', 'price'],
  ['arzon', 'price'],
  ['недорого', 'price'],
  ['', 'required'],
  ['10-12 mln', 'type'],
  ['1500$ yoki 18 mln soʻm', 'type'],
  ['-5', 'type'],
  ['12,5', 'type'],
  ['1.2.3', 'type'],
  ['0', 'range'],
  ['9'.repeat(18), 'range'],
])('%j is no price: %s', (typed, code) => {
  expect(readPrice(typed, 'UZS')).toMatchObject({ problem: { code } })
})

test('a sum without a currency is in the chosen one', () => {
  expect(readPrice('1500', 'USD')).toEqual({ price: { kind: 'fixed', amount: 1500, currency: 'USD' } })
  expect(readPrice('15 mln soʻm', 'USD')).toMatchObject({ price: { currency: 'UZS' } })
})
