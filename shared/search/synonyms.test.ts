import { expect, test } from 'vitest'
import { lexemesOf } from '#shared/search/lexemes.ts'
import { synonymGroups } from '#shared/search/synonym-groups.ts'
import { isIdle, synonyms, synonymsAt } from '#shared/search/synonyms.ts'

const keysOf = (group: string) => new Set(group.split(',').map((phrase) => lexemesOf(phrase).join(' ')))

test('no word stands in two groups', () => {
  const seen = new Map<string, string>()
  const twice = synonymGroups.flatMap((group) =>
    [...keysOf(group)].flatMap((key) => {
      const other = seen.get(key)
      seen.set(key, group)
      return other === undefined ? [] : [`${key}: «${other}» and «${group}»`]
    }),
  )
  expect(twice).toEqual([])
})

test('every group has at least two words that differ, none of them idle', () => {
  expect(synonymGroups.filter((group) => keysOf(group).size < 2)).toEqual([])
  expect([...synonyms.keys()].filter(isIdle)).toEqual([])
  expect(synonymGroups.length).toBeGreaterThanOrEqual(80)
})

test.each([
  ['mashina', 'авто'],
  ['автомобили', 'moshina'],
  ['smartfon', 'телефоны'],
  ['коровы', 'sigirlar'],
  ['холодильник', 'muzlatgich'],
  ['uylar', 'дом'],
  ['стиральная машина', 'kir moshina'],
  ['швея', 'tikuvchilar'],
  ['нексия', 'Nexia'],
])('%j and %j mean the same', (a, b) => {
  const term = synonymsAt(lexemesOf(a), 0)?.term
  expect(term?.map((phrase) => phrase.join(' '))).toContain(lexemesOf(b).join(' '))
  expect(synonymsAt(lexemesOf(b), 0)?.term).toEqual(term)
})

test('the longest phrase is meant: a washing machine is no car', () => {
  const found = synonymsAt(lexemesOf('kir yuvish mashinasi LG'), 0)
  expect(found?.length).toBe(3)
  expect(found?.term.map((phrase) => phrase.join(' '))).not.toContain('avto')
})
