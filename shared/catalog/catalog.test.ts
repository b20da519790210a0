import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  attributeOf,
  catalog,
  catalogFor,
  categoryById,
  closingOf,
  topOfCategory,
} from '#shared/catalog/index.ts'
import { labelOf } from '#shared/catalog/labels.ts'
import type { Attribute, Labels, Option } from '#shared/catalog/types.ts'
import { locales } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import { regions } from '#shared/regions/regions.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'
import { latinWords } from '#shared/text/transliterate-words.ts'

const categories = catalog.flatMap((top) => top.children)
const attributes = categories.flatMap((category) =>
  category.attributes.map((attribute) => ({ category, attribute })),
)
const selects = attributes.flatMap(({ category, attribute }) =>
  attribute.type === 'select' ? [{ category, attribute }] : [],
)
const options = selects.flatMap(({ attribute }) => attribute.options)
const texts: readonly Labels[] = [
  ...catalog.map(({ labels }) => labels),
  ...categories.flatMap(({ labels, titleExample }) => [labels, titleExample]),
  ...attributes.flatMap(({ attribute: { labels, hint } }) => (hint ? [labels, hint] : [labels])),
  ...options.map(({ labels }) => labels),
]
const isBrandName = (labels: Labels) => new Set(locales.map((locale) => labelOf(labels, locale))).size === 1

const unique = (values: readonly string[]) => new Set(values).size === values.length

describe('the catalogue', () => {
  test('covers the valley: at least 12 top categories and 45 sub-categories', () => {
    expect(catalog.length).toBeGreaterThanOrEqual(12)
    expect(categories.length).toBeGreaterThanOrEqual(45)
  })

  test('has well-formed ids, each its own', () => {
    for (const top of catalog) {
      expect(top.id).toMatch(/^[a-z]+$/)
      for (const { id } of top.children) expect(id).toMatch(new RegExp(`^${top.id}\\.[a-z]+(-[a-z]+)*$`))
    }
    expect(unique([...catalog, ...categories].map(({ id }) => id))).toBe(true)
    for (const category of categories) {
      expect(unique(category.attributes.map(({ key }) => key))).toBe(true)
      for (const { key } of category.attributes) expect(key).toMatch(/^[a-z][a-zA-Z]*$/)
    }
    for (const { attribute } of selects) {
      expect(unique(attribute.options.map(({ id }) => id))).toBe(true)
      for (const { id } of attribute.options) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    }
  })

  test('has hashtags of Latin letters, each its own, also among the places', () => {
    for (const { hashtag } of categories) expect(hashtag).toMatch(/^[a-z]+$/)
    const places = regions.flatMap((region) => [region, ...region.districts])
    expect(unique([...categories, ...places].map(({ hashtag }) => hashtag))).toBe(true)
  })

  test('says what comes of an ad: not everything is sold', () => {
    const others = { services: 'closed', jobs: 'found', lost: 'returned', giveaways: 'given' }
    for (const { id, priceLabel, closing } of categories) {
      const top = others[id.split('.')[0] as keyof typeof others]
      expect(closing, id).toBe(top ?? (priceLabel === 'rent' ? 'rented' : 'sold'))
    }
    expect(closingOf('jobs.offered')).toBe('found')
    expect(closingOf('nothing.known')).toBe('sold')
  })

  test('finds a category, its top category and its attributes; what is unknown is not found', () => {
    for (const top of catalog)
      for (const category of top.children) {
        expect(categoryById(category.id)).toBe(category)
        expect(topOfCategory(category.id)).toBe(top)
        for (const attribute of category.attributes)
          expect(attributeOf(category, attribute.key)).toBe(attribute)
      }
    for (const id of ['', 'transport', 'transport.', 'toString', '__proto__']) {
      expect(categoryById(id)).toBeUndefined()
      expect(topOfCategory(id)).toBeUndefined()
    }
  })

  test('requires 1 to 4 answers, shows at most 2 on the card and 4 in the post, each with an icon', () => {
    const count = (all: readonly Attribute[], flag: 'required' | 'card' | 'post') =>
      all.filter((one) => one[flag]).length
    const wrong = categories.filter(
      ({ attributes: all }) =>
        count(all, 'required') < 1 ||
        count(all, 'required') > 4 ||
        count(all, 'card') > 2 ||
        count(all, 'post') > 4,
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
    expect(attributes.filter(({ attribute }) => attribute.post && !attribute.icon)).toEqual([])
  })

  test('a choice that depends on another comes after it and every option has a parent offered there', () => {
    expect(selects.some(({ attribute }) => attribute.dependsOn)).toBe(true)
    for (const { category, attribute } of selects) {
      if (!attribute.dependsOn) {
        for (const option of attribute.options) expect(option.parent).toBeUndefined()
        continue
      }
      const parent = attributeOf(category, attribute.dependsOn)
      if (parent?.type !== 'select') throw new Error(`${category.id} ${attribute.key} depends on no choice`)
      expect(category.attributes.indexOf(parent)).toBeLessThan(category.attributes.indexOf(attribute))
      const parents = parent.options.map(({ id }) => id)
      for (const option of attribute.options) expect(parents).toContain(option.parent)
    }
  })

  test('every make but "other" offers its models and an "other model"', () => {
    const car = categoryById('transport.cars')
    const [make, model] = ['make', 'model'].map(
      (key) =>
        selects.find(({ category, attribute }) => category === car && attribute.key === key)?.attribute,
    )
    for (const { id } of make?.options ?? []) {
      const models = model?.options.filter(({ parent }) => parent === id) ?? []
      if (id === 'other') expect(models).toEqual([])
      else expect(models.map((one) => one.id)).toContain(`${id}-other`)
    }
  })

  test('numbers have ranges wide enough to be true', () => {
    for (const { attribute } of attributes)
      if (attribute.type === 'number') expect(attribute.min).toBeLessThan(attribute.max)
    const range = (id: string, key: string) => {
      const category = categoryById(id)
      return category && attributeOf(category, key)
    }
    expect(range('transport.cars', 'year')).toMatchObject({ min: 1960, max: 2027 })
    expect(range('realty.land', 'land')).toMatchObject({ min: 0.5, max: 1000, decimals: 1 })
  })
})

describe('its texts', () => {
  test('are there in every locale, trimmed and short', () => {
    for (const labels of texts)
      for (const locale of locales) {
        const text = labelOf(labels, locale)
        expect(text).toBe(text.trim().replace(/\s+/g, ' '))
        expect(text).not.toBe('')
      }
    for (const { labels } of options)
      for (const locale of locales) expect(labelOf(labels, locale).length).toBeLessThanOrEqual(44)
    for (const { titleExample } of categories)
      for (const locale of locales)
        expect(labelOf(titleExample, locale).length).toBeLessThanOrEqual(limits.title.max)
  })

  test('are written with the letters ʻ and ʼ in Uzbek, and in Cyrillic in Russian', () => {
    for (const { uz } of texts) expect(uz).not.toMatch(/['`´‘’а-яё]|[^oOgG]ʻ/i)
    for (const labels of texts)
      if (!isBrandName(labels) && /[a-z]{3}/i.test(labels.uz)) expect(labels.ru).toMatch(/[а-яё]|No Frost/i)
  })

  test('leave no Latin letters in Uzbek Cyrillic but those of names', () => {
    // Written so in Cyrillic texts too: sizes, categories of a licence, models in examples.
    const models = new Set(options.filter(({ labels }) => isBrandName(labels)).map(({ labels }) => labels.uz))
    const asWritten = 'R R15 L B C i5 600D A9 ID IELTS Tab AirPods Pro Intel JBL JCB Lego No Frost'.split(' ')
    const allowed = (word: string) =>
      latinWords.has(word.toLowerCase()) || models.has(word) || asWritten.includes(word)
    const left = texts
      .filter((labels) => !isBrandName(labels))
      .flatMap((labels) => labelOf(labels, 'uz-Cyrl').match(/[A-Za-z][A-Za-z0-9]*|\d+[A-Za-z]+/g) ?? [])
    expect(left.filter((word) => !allowed(word))).toEqual([])
  })

  test('have a Cyrillic exception only where the transliterator would write something else', () => {
    const needless = texts.filter(
      (labels) =>
        !isBrandName(labels) &&
        labels['uz-Cyrl'] !== undefined &&
        toCyrillic(labels.uz) === labels['uz-Cyrl'],
    )
    expect(needless).toEqual([])
  })
})

describe('the view of a locale', () => {
  test.each(locales)('%s survives JSON and stays small enough for a first visit', (locale) => {
    const view = catalogFor(locale)
    const json = JSON.stringify(view)
    expect(JSON.parse(json)).toEqual(view)
    const packed = gzipSync(json)
    expect(gunzipSync(packed).toString()).toBe(json)
    expect(packed.length).toBeLessThan(32 * 1024)
  })

  test('has the same structure with plain texts and leaves empty fields out', () => {
    const view = catalogFor('ru')
    expect(view.map(({ id, children }) => [id, children.map((child) => child.id)])).toEqual(
      catalog.map(({ id, children }) => [id, children.map((child) => child.id)]),
    )
    const cars = view[0]?.children[0]
    expect(cars).toMatchObject({ id: 'transport.cars', label: 'Легковые автомобили', hashtag: 'avto' })
    expect(cars?.attributes.find(({ key }) => key === 'mileage')).toEqual({
      key: 'mileage',
      type: 'number',
      label: 'Пробег',
      hint: 'Например: 87 000',
      unit: 'км',
      min: 0,
      max: 2_000_000,
      required: true,
      filter: true,
      card: true,
      post: true,
      icon: '🛣️',
    })
    const model = cars?.attributes.find(({ key }) => key === 'model')
    expect(model?.type === 'select' && model.options[0]).toEqual({
      id: 'chevrolet-cobalt',
      label: 'Cobalt',
      parent: 'chevrolet',
    } satisfies Omit<Option, 'labels'> & { label: string })
  })
})
