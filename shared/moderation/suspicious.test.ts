import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toCyrillic } from '#shared/text/transliterate.ts'
import { cobalt as car, live, refused, unfinished, waiting } from '../../scripts/screenshots/offers.ts'
import { cobalt, plough } from '../../test/ads.ts'
import { languageOf } from './language.ts'
import { bandsOf, similarity } from './similar.ts'
import { suspicions } from './suspicious.ts'

const kinds = (text: string, listed?: readonly string[]) => suspicions(text, listed).map(({ of }) => of)

describe('what swindlers write is found', () => {
  test.each([
    // Uzbek in Latin, with each of its apostrophes.
    ['prepayment', 'Oldindan toʻlov qilsangiz olib qoʻyaman'],
    ['prepayment', "Oldindan to'lov"],
    ['prepayment', 'OLDINDAN TOʼLOV, oldindan to`lov'],
    ['prepayment', 'Avval pulini tashlang keyin joʻnataman'],
    ['prepayment', 'Pulni oldin oʻtkazasiz'],
    ['prepayment', 'Kartaga tashlasangiz kifoya'],
    ['prepayment', 'zaklat 100 ming'],
    ['card', 'Karta raqamingizni yozing'],
    ['card', 'SMS kodini ayting'],
    ['card', 'telefoningizga kelgan kodni yuboring'],
    ['delivery', 'Havolani bosing, kuryer olib boradi'],
    // Uzbek in Cyrillic.
    ['prepayment', 'Олдиндан тўлов керак'],
    ['prepayment', 'пулни олдин ташланг'],
    ['prepayment', 'Картага ўтказасиз'],
    ['card', 'Карта рақамини ёзинг'],
    ['card', 'смс кодни айтинг'],
    ['delivery', 'ҳаволани босинг'],
    // Russian.
    ['prepayment', 'Только по предоплате'],
    ['prepayment', 'сначала деньги, потом товар'],
    ['prepayment', 'Оплата вперёд'],
    ['prepayment', 'переведите на карту'],
    ['card', 'пришлите код из СМС'],
    ['card', 'Нужен срок действия карты и CVV'],
    ['delivery', 'Перейдите по ссылке и получите деньги'],
    ['delivery', 'оформлю безопасную сделку'],
    // Spelled around.
    ['prepayment', 'п р е д о п л а т а 50%'],
    ['prepayment', 'п.р.е.д.о.п.л.а.т.а'],
    ['prepayment', 'пред-оплата'],
    ['prepayment', 'пред оплата'],
    ['prepayment', 'прeдoплaтa'],
    ['prepayment', 'предопл@та'],
    ['prepayment', 'пред0плата'],
    ['prepayment', 'пре\u200bдопла\u00adта'],
    ['prepayment', 'о л д и н д а н   тўлов'],
    ['prepayment', 'o l d i n d a n to‘lov'],
    ['prepayment', '0ldindan t0ʻl0v'],
    ['prepayment', 'оldindan tоlоv'],
    ['prepayment', 'oldindanto‘lov'],
    ['card', 'k@rta r@qami'],
    ['card', 'KAPTA raqami'],
    ['card', 'c v v kod'.replace(/ (?=v)/g, '')],
    // Fake addresses of those who deliver and pay.
    ['delivery', 'Toʻlovni olx-uz.click/pay da qiling'],
    ['delivery', 'https://uzum-delivery.shop/order/77'],
    ['delivery', 'payme . olx24 . xyz'],
    ['delivery', 'pochta(dot)click(dot)top'],
    ['link', 'Kanalimiz: t.me/arzonbozor'],
    ['link', 'yozing @arzon_bozor1'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toContain(kind)
  })

  it('with what is asked for as it stands in the text', () => {
    expect(suspicions('Yangi. Faqat п р е д о п л а т а, keyin yuboraman')).toEqual([
      { of: 'prepayment', quote: 'п р е д о п л а т а' },
    ])
  })

  it('transliterated into Cyrillic too, whatever the case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('oldindan toʻlov', 'kartaga tashlang', 'karta raqamingiz', 'havolani bosing'),
        fc.boolean(),
        fc.boolean(),
        (phrase, cyrillic, capitals) => {
          const written = cyrillic ? toCyrillic(phrase) : phrase
          expect(kinds(`Salom. ${capitals ? written.toUpperCase() : written}!`)).not.toEqual([])
        },
      ),
    )
  })

  it('and spelled with points, dashes or spaces between all letters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('предоплата', 'задаток', 'zaklat'),
        fc.constantFrom('.', '-', ' ', '_', '·', ' . '),
        (word, between) => {
          expect(kinds(`Telefon. ${[...word].join(between)} kerak`)).toContain('prepayment')
        },
      ),
    )
  })
})

describe('what admins have listed is found', () => {
  test.each([
    ['nasvoy', 'Насвой бор'],
    ['nasvoy', 'nas voy'.replace(' ', '.')],
    ['насвой', 'N A S V O Y sotiladi'],
    ['spirt', 'Spirtli ichimlik'],
    ['qimor oʻyini', 'қимор ўйини'],
  ])('%s in “%s”', (word, text) => {
    expect(kinds(text, [word])).toContain('listed')
  })

  test.each([
    ['nas*', 'Nasvoy bor'],
    ['*voy', 'НАСВОЙ'],
    ['nas*y', 'nasvoy'],
    ['n*v*y', 'nasvoy'],
    ['pul*k yosh', 'Pullik yosh'],
    ['qimor* uy', 'Qimorxona uy sotiladi'],
  ])('the pattern %s in “%s”', (word, text) => {
    expect(kinds(text, [word])).toEqual(['listed'])
  })

  test.each([
    ['nas*', 'Anas bor'],
    ['*voy', 'Voyaga yetgan'],
    ['nas*nas', 'nas'],
    ['n*v*y', 'nay va voy'],
  ])('but not the pattern %s in “%s”', (word, text) => {
    expect(kinds(text, [word])).toEqual([])
  })

  it('a pattern made to be slow is not, nor is a full list of them', () => {
    const text = `${'a'.repeat(1900)} ${'ab'.repeat(40)}`
    const list = Array.from({ length: 1000 }, (_, n) => `ab${'*a'.repeat(28)}c${n % 10}`)
    expect(kinds(text, list)).toEqual([])
  }, 2_000)

  it('a short word is found only as it is', () => {
    expect(kinds('Barakali yer', ['bar'])).toEqual([])
    expect(kinds('Bar va choyxona', ['bar'])).toEqual(['listed'])
  })
})

describe('nothing is found in ordinary ads', () => {
  const offers = [car, refused, unfinished, ...live, ...waiting]
  const drafts = [plough, cobalt, ...offers.map(({ draft }) => draft)]
  test.each(drafts.map((draft) => [`${draft.title}. ${draft.description}`]))('%s', (text) => {
    expect(suspicions(text)).toEqual([])
    expect(suspicions(toCyrillic(text))).toEqual([])
  })

  test.each([
    'Toʻlov naqd yoki karta orqali, kelishamiz',
    'Toʻlov kartaga ham boʻladi',
    'Yetkazib berish bepul, Andijon shahrida',
    'Oldindan kelishib olamiz, keyin keling',
    'Без предоплаты, деньги после осмотра',
    'Предоплата не нужна',
    'Oldindan toʻlovsiz, koʻrib oling',
    'Oldindan toʻlov olinmaydi',
    'Xotira kartasi 128 GB, zaryadka bilan. Quvvati 100%',
    'Videokarta RTX 3060, 12 GB',
    'Доставка по городу бесплатно, оплата при получении',
    'Sim karta bilan beriladi, rangi oq',
    'Kod va kalit bilan, hujjati joyida',
    'Цена 120.000.Торг уместен.Состояние отличное',
    'Yer 6 sotix.Uy bor.Suv bor.Gaz bor',
    'Mehnat.uz emas, oʻzimiz ishga olamiz'.replace('Mehnat.uz emas, ', ''),
    'Matras 160x200, 2 ta. Narxi 1.200.000 soʻm',
    'A B C D sinflar uchun kitoblar',
    'Daraxt koʻchati: olma, nok, oʻrik. 1 tup 15 000',
  ])('%s', (text) => {
    expect(suspicions(text)).toEqual([])
  })
})

describe('the language of a text', () => {
  test.each([
    ['uz', 'Cobalt 2021, oq, ideal holatda'],
    ['uz-Cyrl', 'Сигир сотилади, соғин, бузоғи билан'],
    ['uz-Cyrl', 'Уй сотилади, 4 хона, холати яхши'],
    ['ru', 'Продам телефон в отличном состоянии'],
    ['ru', 'Диван новый, цена 500'],
  ])('is %s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })

  it('is unknown without letters', () => {
    expect(languageOf('12 500')).toBeUndefined()
  })
})

describe('similar texts', () => {
  const text =
    'Cobalt 2021 sotiladi. Bir qoʻlda haydalgan, kraska toza, yurgani 87 ming. Ayirboshlash boʻlishi mumkin. Andijon shahri.'
  const moved = `${text} Tel qiling!`

  it('are told, whatever the script', () => {
    expect(similarity(text, toCyrillic(text))).toBeGreaterThan(0.8)
    expect(similarity(text, moved)).toBeGreaterThan(0.8)
    expect(
      similarity(text, 'Sigir sotiladi, 5 yosh, kuniga 18 litr sut beradi, tinch, qoʻlga oʻrgatilgan'),
    ).toBeLessThan(0.1)
  })

  it('find each other by their numbers, and others do not', () => {
    const shared = (one: string, other: string) =>
      bandsOf(one).filter((band) => bandsOf(other).includes(band)).length
    expect(shared(text, moved)).toBeGreaterThan(0)
    expect(shared(text, 'Sigir sotiladi, 5 yosh, kuniga 18 litr sut beradi, tinch, qoʻlga oʻrgatilgan')).toBe(
      0,
    )
  })
})
