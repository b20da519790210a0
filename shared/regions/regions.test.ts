import { describe, expect, test } from 'vitest'
import { locales } from '#shared/i18n/locales.ts'
import {
  districtById,
  placeLabel,
  regionById,
  regionOfDistrict,
  regions,
  regionsFor,
} from '#shared/regions/regions.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'

const districts = regions.flatMap((region) => region.districts)

describe('regions', () => {
  test('cover the three regions of the valley with all their cities and districts', () => {
    expect(regions.map(({ id, districts: { length } }) => [id, length])).toEqual([
      ['andijon', 16],
      ['namangan', 14],
      ['fargona', 19],
    ])
  })

  test('have a name in every locale, the Cyrillic one as the transliterator spells it', () => {
    for (const { names } of [...regions, ...districts]) {
      for (const locale of locales) expect(names[locale].trim()).not.toBe('')
      expect(names['uz-Cyrl']).toBe(toCyrillic(names.uz))
    }
  })

  test('have hashtags of Latin letters, each its own', () => {
    const hashtags = [...regions, ...districts].map(({ hashtag }) => hashtag)
    for (const hashtag of hashtags) expect(hashtag).toMatch(/^[a-z]+$/)
    expect(new Set(hashtags).size).toBe(hashtags.length)
    expect(districtById('andijon.andijon-sh')?.hashtag).toBe('andijonshahri')
    expect(districtById('andijon.andijon')?.hashtag).toBe('andijontumani')
    expect(districtById('fargona.qoqon-sh')?.hashtag).toBe('qoqon')
    expect(districtById('namangan.yangi-namangan')?.hashtag).toBe('yanginamangan')
  })

  test('a district knows its region; what is unknown has neither', () => {
    for (const region of regions)
      for (const { id } of region.districts) expect(regionOfDistrict(id)).toBe(region)
    expect(regionById('fargona')?.soato).toBe(1730)
    for (const id of ['', 'fargona', 'fargona.nowhere', 'constructor', '__proto__']) {
      expect(districtById(id)).toBeUndefined()
      expect(regionOfDistrict(id)).toBeUndefined()
    }
  })

  test('a place is named with its region', () => {
    expect(placeLabel('fargona.qoqon-sh', 'uz')).toBe('Qoʻqon shahri, Fargʻona viloyati')
    expect(placeLabel('fargona.qoqon-sh', 'ru')).toBe('г. Коканд, Ферганская область')
    expect(placeLabel('andijon', 'uz-Cyrl')).toBe('Андижон вилояти')
    expect(placeLabel('nowhere', 'en')).toBe('')
  })

  test('the view of a locale holds plain labels', () => {
    expect(regionsFor('en')[2]?.districts[2]).toEqual({ id: 'fargona.qoqon-sh', label: 'Kokand city' })
  })
})
