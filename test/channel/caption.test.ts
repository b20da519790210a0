import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectEntities } from '#server/sandbox/telegram/text/detect.ts'
import { catalog } from '#shared/catalog/index.ts'
import { postButtons } from '#shared/channel/buttons.ts'
import { composeCaption, type PostedAd } from '#shared/channel/caption.ts'
import { shorten } from '#shared/channel/plain.ts'
import { locales } from '#shared/i18n/locales.ts'
import { regions } from '#shared/regions/regions.ts'

const rate = { uzsPerUsd: 12_000, date: '2026-11-01' }
const link = 'https://t.me/VodiyBozorBot?startapp=ad_7'
const nbsp = '\u00a0'

const cobalt: PostedAd = {
  categoryId: 'transport.cars',
  attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2022, mileage: 45_000 },
  title: 'Chevrolet Cobalt 2022',
  description: 'Ideal holatda, bir qoʻlda yurgan.',
  price: { kind: 'negotiable', amount: 12_500, currency: 'USD' },
  regionId: 'andijon',
  districtId: 'andijon.asaka',
  mahalla: 'Navoiy MFY',
}

const textOf = (ad: Partial<PostedAd>) => composeCaption({ ...cobalt, ...ad }, { locale: 'uz', rate, link })

describe('the caption', () => {
  test('leads with title and price in bold, then the other currency, facts, place, text and hashtags', () => {
    const { text, entities } = textOf({})
    const lines = text.split('\n')
    expect(lines[0]).toBe(`Chevrolet Cobalt 2022 — 12${nbsp}500 $`)
    expect(lines[1]).toBe(`≈ 150${nbsp}000${nbsp}000 soʻm · kelishiladi`)
    expect(text).toContain('2022')
    expect(text).toContain('📍 Asaka tumani, Navoiy MFY')
    expect(text).toContain('Ideal holatda, bir qoʻlda yurgan.')
    expect(lines.at(-1)).toMatch(/^#\w+ .*#asaka #andijon$/)
    expect(lines.at(-1)).toContain('#cobalt')
    expect(entities[0]).toEqual({ type: 'bold', offset: 0, length: lines[0]?.length })
  })

  test('links the title to the ad, so that the post is known even where its buttons are lost', () => {
    const { text, entities } = composeCaption(cobalt, { locale: 'uz', rate, link, stamp: 'sold' })
    const found = entities.find((entity) => entity.type === 'text_link')
    expect(found).toMatchObject({ url: link })
    expect(found && text.slice(found.offset, found.offset + found.length)).toBe(cobalt.title)
  })

  test.each([
    ['sold', 'SOTILDI'],
    ['expired', 'MUDDATI TUGADI'],
  ] as const)('says so first when the ad is %s', (stamp, word) => {
    expect(composeCaption(cobalt, { locale: 'uz', rate, stamp }).text).toMatch(
      new RegExp(`^\\S+ ${word} · Chevrolet`),
    )
  })

  test.each([
    ['lost.animals', 'uz', 'EGASINI TOPDI'],
    ['lost.animals', 'uz-Cyrl', 'ЭГАСИНИ ТОПДИ'],
    ['jobs.offered', 'ru', 'УЖЕ НАШЛИ'],
    ['realty.rent-flats', 'uz', 'IJARAGA BERILDI'],
    ['giveaways.things', 'ru', 'ОТДАНО'],
    ['services.machines', 'uz', 'YOPILDI'],
    ['phones.phones', 'en', 'SOLD'],
  ] as const)('says of %s in %s that it is %s', (categoryId, locale, word) => {
    const { text } = composeCaption({ ...cobalt, categoryId }, { locale, rate, stamp: 'sold' })
    expect(text).toMatch(new RegExp(`^✅ ${word} · Chevrolet`))
  })

  test.each(locales)('speaks the channel’s language: %s', (locale) => {
    const { text } = composeCaption(
      { ...cobalt, price: { kind: 'free', amount: null, currency: null } },
      { locale, rate },
    )
    const free = { uz: 'Bepul', 'uz-Cyrl': 'Бепул', ru: 'Бесплатно', en: 'Free' }[locale]
    expect(text.split('\n')[0]).toBe(`Chevrolet Cobalt 2022 — ${free}`)
  })

  test('cuts a long description at the edge of a character', () => {
    const { text } = textOf({ description: '👨‍👩‍👧‍👦'.repeat(100) })
    expect(text).toMatch(/👨‍👩‍👧‍👦…\n/u)
    expect(text.split('\n').filter((line) => line.includes('👨')).length).toBe(1)
  })

  test.each([
    '@vodiy_bozor',
    '#avto',
    'https://olx.uz/x',
    'olx.uz',
    't.me/vodiy',
    'tg://resolve?domain=x',
    'a@mail.uz',
    '/start',
    '$USD',
    '<b>arzon</b> <a href="https://a.uz">joy</a>',
    '**arzon** [joy](https://a.uz) `kod` ||sir||',
    '\u202eteskari',
    'x\u0000y\u0007z',
  ])('shows %j as typed, and dead', (typed) => {
    const { text } = textOf({ title: typed, description: typed, mahalla: typed })
    const visible = text.replaceAll('\u2060', '')
    expect(visible).toContain(typed.replace(/[\u0000-\u001f\u202e]/g, ''))
    expect(deadOutside(text)).toEqual([])
  })

  test('keeps text that runs from right to left to itself', () => {
    expect(textOf({ title: 'بازار' }).text).toMatch(/^\u2068بازار\u2069 — 12/)
  })
})

/** What Telegram would make live in the text outside its last line of hashtags. */
const deadOutside = (text: string) =>
  detectEntities(text.slice(0, text.lastIndexOf('\n'))).filter(({ type }) => type !== 'phone_number')

// Pieces that could break a caption, beside any text at all.
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 3000 }),
  fc.string({ unit: 'binary', maxLength: 3000 }),
  fc
    .array(
      fc.constantFrom(
        '@a',
        '#',
        '.uz',
        '://',
        '/b',
        '\n',
        '\ud83d',
        '👩‍👩‍👧',
        '\u202e',
        'آ',
        '<b>',
        '*',
        '_',
        ' ',
        'e\u0301',
      ),
      { maxLength: 800 },
    )
    .map((parts) => parts.join('')),
)
const sub = catalog.flatMap((top) => top.children)
const anyAd: fc.Arbitrary<PostedAd> = fc
  .tuple(
    fc.constantFrom(...sub),
    fc.constantFrom(
      ...regions.flatMap((region) => region.districts.map((district) => [region.id, district.id] as const)),
    ),
  )
  .chain(([category, [regionId, districtId]]) =>
    fc.record({
      categoryId: fc.constant(category.id),
      attributes: fc.record(
        Object.fromEntries(
          category.attributes.map((attribute) => [
            attribute.key,
            attribute.type === 'select'
              ? fc.constantFrom(...attribute.options.map(({ id }) => id))
              : attribute.type === 'number'
                ? fc.integer({ min: 0, max: 10 ** 9 })
                : attribute.type === 'bool'
                  ? fc.boolean()
                  : nasty,
          ]),
        ),
      ),
      title: nasty,
      description: nasty,
      price: fc.option(
        fc.record({
          kind: fc.constantFrom('fixed', 'negotiable', 'exchange', 'free'),
          amount: fc.option(fc.integer({ min: 1, max: 10 ** 12 })),
          currency: fc.option(fc.constantFrom('UZS', 'USD')),
        }),
      ),
      regionId: fc.constant(regionId),
      districtId: fc.constant(districtId),
      mahalla: fc.option(nasty),
    }),
  )
const anyCaption = fc
  .tuple(anyAd, fc.constantFrom(...locales), fc.constantFrom('sold', 'expired', undefined))
  .map(([ad, locale, stamp]) => composeCaption(ad, { locale, rate, link, ...(stamp && { stamp }) }))

describe('any caption', () => {
  test('is at most 1,024 UTF-16 units and well-formed', () => {
    fc.assert(
      fc.property(anyCaption, ({ text }) => {
        expect(text.length).toBeLessThanOrEqual(1024)
        expect(text.isWellFormed()).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('has its entities inside the text, at the edges of characters', () => {
    fc.assert(
      fc.property(anyCaption, ({ text, entities }) => {
        for (const { offset, length } of entities) {
          expect(length).toBeGreaterThan(0)
          expect(offset + length).toBeLessThanOrEqual(text.length)
          expect(text.slice(offset, offset + length).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('has nothing live but its own hashtags', () => {
    fc.assert(
      fc.property(anyCaption, ({ text, entities }) => {
        const own = entities.filter(({ type }) => type === 'hashtag')
        const found = detectEntities(text).filter(({ type }) => type !== 'phone_number')
        expect(found.map(({ offset, length }) => [offset, length])).toEqual(
          own.map(({ offset, length }) => [offset, length]),
        )
      }),
      { numRuns: 300 },
    )
  })
})

test('a shortened text is a beginning of the whole, no longer than allowed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 40 }), (text, max) => {
      const short = shorten(text, max)
      expect(short.length).toBeLessThanOrEqual(max)
      expect(text.startsWith(short === text ? text : short.replace(/…$/, ''))).toBe(true)
    }),
  )
})

describe('the buttons', () => {
  const options = { locale: 'uz', botUsername: 'VodiyBozorBot' } as const

  test('open the ad and a chat with a seller who may be written to', () => {
    expect(postButtons({ id: 7, contactTelegram: true, sellerUsername: 'ali' }, options)).toEqual([
      [
        { text: 'Koʻrish', url: link },
        { text: 'Yozish', url: 'https://t.me/ali' },
      ],
    ])
  })

  test('lead to the ad where the seller has no username or wants no messages', () => {
    for (const ad of [
      { contactTelegram: true, sellerUsername: null },
      { contactTelegram: false, sellerUsername: 'ali' },
    ])
      expect(postButtons({ id: 7, ...ad }, options)[0]?.map(({ url }) => url)).toEqual([link, link])
  })

  test('offer nobody to write to once the ad is sold', () => {
    const rows = postButtons(
      { id: 7, contactTelegram: true, sellerUsername: 'ali' },
      { ...options, closed: true },
    )
    expect(rows.flat()).toHaveLength(1)
  })
})
