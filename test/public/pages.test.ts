import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expireAds } from '#server/ads/verbs.ts'
import { type AdRow, adColumns } from '#server/ads/views.ts'
import { ads, photos, users } from '#server/db/schema.ts'
import { previewSize } from '#server/public/preview.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { locales } from '#shared/i18n/locales.ts'
import { pageTexts } from '#shared/i18n/public/index.ts'
import { photoPath } from '#shared/photos/files.ts'
import { param, plough, publish, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'
import { attribute, readHtml } from './html.ts'

let world: World
let seller: ApiClient
let moderator: ApiClient
beforeAll(async () => {
  world = await startWorld()
  seller = world.as(people.karimjon)
  moderator = world.as(people.muhabbat)
})
afterAll(() => world?.stop())

const site = () => world.config.publicUrl
const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(site() + path, { headers, redirect: 'manual' })

async function read(path: string, headers: Record<string, string> = {}) {
  const response = await open(path, headers)
  const source = await response.text()
  return { status: response.status, headers: response.headers, source, ...readHtml(source) }
}

const post = (draft: Partial<Draft> = {}) => publish(seller, moderator, { ...plough, ...draft })

/** Gives a live ad photos that are ready, as the job would have left them. */
async function addPhotos(adId: number, sizes: readonly (readonly [number, number])[]) {
  const rows = await world.deps.db
    .insert(photos)
    .values(
      sizes.map(([width, height], position) => ({
        ownerId: people.karimjon,
        adId,
        position,
        state: 'ready' as const,
        contentType: 'image/jpeg',
        contentLength: 1,
        width,
        height,
        thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
        createKey: crypto.randomUUID(),
      })),
    )
    .returning({ id: photos.id })
  return rows.map(({ id }) => id)
}

describe('the page of an ad', () => {
  it('says what the ad is, in a document without a fault and without a script', async () => {
    const { id } = await post({ title: 'Yer haydayman, MTZ-80' })
    const page = await read(`/e/uz/${id}-yer-haydayman-mtz-80`)
    expect(page.status).toBe(200)
    expect(page.faults).toEqual([])
    expect(page.text('h1')).toEqual(['Yer haydayman, MTZ-80'])
    expect(page.text('title')).toEqual(['Yer haydayman, MTZ-80 — 11\u00a0500 $, Asaka tumani'])
    const main = page.text('main').join()
    for (const said of [
      '11\u00a0500 $',
      '≈ 138\u00a0000\u00a0000',
      '1 soat uchun',
      'Asaka tumani',
      'Navbahor',
      'Yonilgʻi oʻzimdan',
    ])
      expect(main).toContain(said)
    expect(page.all('script').map((script) => attribute(script, 'type'))).toEqual(
      page.all('script').map(() => 'application/ld+json'),
    )
    expect(
      page.elements.flatMap(({ attrs }) => attrs.filter(({ name }) => /^on|^style$/.test(name))),
    ).toEqual([])
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src/,
    )
    expect(page.hrefs()).toContain(`https://t.me/${world.deps.me.username}?startapp=ad_${id}`)
  })

  it('never tells how to reach the seller, whatever the seller typed', async () => {
    await world.deps.db
      .update(users)
      .set({ lastName: 'Familiyev', phone: '+998907654321' })
      .where(eq(users.id, people.karimjon))
    const { id } = await post({
      title: 'Traktor xizmati',
      description:
        'Tel: 90 123-45-67, uyda 229-45-67\nt.me/karimjon yoki @karimjon, karim@mail.ru, bozor.uz/karim',
      mahalla: 'Navbahor +998901234567',
      landmark: 'telegram: karimjon',
      attributes: { kind: 'plough', pricePer: 'hour', machine: 'MTZ-80 901234567' },
      contact: { name: 'Karimjon 901234567', phone: '+998 90 123-45-67', telegram: true },
    })
    for (const locale of locales) {
      const { source, text } = await read(`/e/${locale}/${id}-traktor-xizmati`)
      const digits = source.replace(/sha256-\S+/g, '').replace(/[^\d]+/g, '')
      for (const number of ['901234567', '2294567', '907654321', String(people.karimjon)])
        expect(locale + (number.length < 6 ? source : digits)).not.toContain(number)
      expect(source).not.toMatch(/karim|familiyev/i)
      expect(source).not.toContain('bozor.uz/karim')
      expect(text('main').join()).toContain(pageTexts(locale)('public.hidden'))
    }
    const list = await read('/e/uz/services/machines')
    expect(list.text('main').join()).toContain('Traktor xizmati')
    expect(list.source).not.toMatch(/karim|901234567|90 123/i)
  })

  it('shows what was typed as text: no tag comes of it, in the page, its head or its data', async () => {
    const title = '"Zoʻr" <script>alert(1)</script> & b'
    const description = '</script><script>alert(2)</script><!-- <img src=x onerror=alert(3)>'
    const { id } = await post({ title, description })
    const { headers } = await open(`/e/uz/${id}`)
    const page = await read(headers.get('location') as string)
    expect(page.status).toBe(200)
    expect(page.faults).toEqual([])
    expect(page.text('h1')).toEqual([title])
    expect(page.meta('og:title')).toContain(title)
    expect(page.all('img').map((image) => attribute(image, 'src'))).not.toContain('x')
    expect(page.all('script').every((script) => attribute(script, 'type') === 'application/ld+json')).toBe(
      true,
    )
    expect(page.data().at(-1)).toMatchObject({ name: title, description })
  })

  it('previews with its cover, and shows all photos in sizes for every screen', async () => {
    const { id } = await post({ title: 'Rasmli' })
    const [cover, second] = await addPhotos(id, [
      [1600, 1200],
      [600, 800],
    ])
    const page = await read(`/e/ru/${id}-rasmli`)
    const base = world.config.s3.publicUrl
    expect(page.meta('og:image')).toBe(`${site()}/e/pictures/${id}-2.jpg`)
    // A wide cover above a tall one's crop, as in the channel's post.
    const size = previewSize([
      { width: 1600, height: 1200 },
      { width: 600, height: 800 },
    ] as never)
    expect([page.meta('og:image:width'), page.meta('og:image:height')].map(Number)).toEqual(
      Object.values(size),
    )
    expect(page.meta('twitter:card')).toBe('summary_large_image')
    expect(page.meta('og:locale')).toBe('ru_RU')
    expect(page.meta('og:url')).toBe(`${site()}/e/ru/${id}-rasmli`)
    expect([page.meta('product:price:amount'), page.meta('product:price:currency')]).toEqual(['11500', 'USD'])
    const [first, other] = page.all('img')
    expect(first && attribute(first, 'srcset')).toBe(
      [320, 800, 1600]
        .map((side) => `${base}/${photoPath(cover as string, side as 320)} ${side}w`)
        .join(', '),
    )
    expect(first && attribute(first, 'loading')).toBeUndefined()
    expect(other && attribute(other, 'loading')).toBe('lazy')
    // 600 by 800 is as large as it gets: the largest variant is the same picture.
    expect(other && attribute(other, 'srcset')).toBe(
      `${base}/${photoPath(second as string, 320)} 240w, ${base}/${photoPath(second as string, 800)} 600w`,
    )
    expect(other && [attribute(other, 'width'), attribute(other, 'height')]).toEqual(['600', '800'])
    expect(page.text('style').join()).toMatch(/\.c0\{background:#[0-9a-f]{6}\}/)
  })

  it('is told to search engines as what it is', async () => {
    const { id } = await post({ title: 'Xizmat' })
    await world.deps.db
      .update(ads)
      .set({
        categoryId: 'transport.cars',
        attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2021, mileage: 87_000 },
      })
      .where(eq(ads.id, id))
    const [trail, data] = (await read(`/e/en/${id}-xizmat`)).data()
    expect(trail).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'Vodiy Bozor', item: `${site()}/e/en` },
        { position: 2, item: `${site()}/e/en/transport` },
        { position: 3, item: `${site()}/e/en/transport/cars` },
        { position: 4, item: `${site()}/e/en/transport/cars/andijon` },
        { position: 5, item: `${site()}/e/en/transport/cars/andijon/asaka` },
        { position: 6, name: 'Xizmat', item: `${site()}/e/en/${id}-xizmat` },
      ],
    })
    expect(data).toMatchObject({
      '@type': 'Car',
      name: 'Xizmat',
      brand: { '@type': 'Brand', name: 'Chevrolet' },
      model: 'Cobalt',
      vehicleModelDate: '2021',
      mileageFromOdometer: { value: 87_000, unitCode: 'KMT' },
      offers: {
        '@type': 'Offer',
        price: 11_500,
        priceCurrency: 'USD',
        availability: 'https://schema.org/InStock',
        itemCondition: 'https://schema.org/UsedCondition',
      },
    })
  })

  it.each([
    ['services.machines', 'Service'],
    ['realty.houses', 'RealEstateListing'],
    ['livestock.cattle', 'Product'],
    ['jobs.offered', undefined],
    ['lost.documents', undefined],
  ])('of %s is %s', async (categoryId, type) => {
    const { id } = await post({ title: 'Turi' })
    await world.deps.db.update(ads).set({ categoryId }).where(eq(ads.id, id))
    const [, data] = (await read(`/e/uz/${id}-turi`)).data()
    expect(data?.['@type']).toBe(type)
  })
})

describe('the picture that stands for an ad elsewhere', () => {
  const pictureOf = async (path: string) => {
    const response = await open(path)
    return { response, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  it('is a light JPEG of the size that the page names, also of an ad without photos', async () => {
    const { id } = await post({ title: 'Rasmsiz' })
    const page = await read(`/e/uz/${id}-rasmsiz`)
    const path = (page.meta('og:image') as string).replace(site(), '')
    const { response, bytes } = await pictureOf(path)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('cache-control')).toBe('public, max-age=604800')
    const { format, width, height } = await sharp(bytes).metadata()
    expect({ format, width, height }).toEqual({
      format: 'jpeg',
      width: Number(page.meta('og:image:width')),
      height: Number(page.meta('og:image:height')),
    })
    expect(bytes.length).toBeLessThan(300_000)
    // Asked for again it is the same, and of another revision it is kept for a moment only.
    expect((await pictureOf(path)).bytes.equals(bytes)).toBe(true)
    const old = await pictureOf(`/e/pictures/${id}-1.jpg`)
    expect(old.response.headers.get('cache-control')).toBe('public, max-age=60')
  })

  it('is stamped once the ad is sold, and is there for nobody when the ad is not', async () => {
    const { id, revision } = await post({ title: 'Tamgʻali' })
    const before = await pictureOf(`/e/pictures/${id}-${revision}.jpg`)
    await seller.ads[':id'].sold.$post({ ...param(id), json: { revision } })
    const after = await pictureOf(`/e/pictures/${id}-${revision + 1}.jpg`)
    const light = async ({ bytes }: typeof after) => {
      const { channels } = await sharp(bytes).extract({ left: 0, top: 0, width: 200, height: 100 }).stats()
      return channels.reduce((sum, { mean }) => sum + mean, 0)
    }
    expect(await light(after)).toBeLessThan(0.8 * (await light(before)))
    await world.deps.db.update(ads).set({ state: 'removed' }).where(eq(ads.id, id))
    expect((await pictureOf(`/e/pictures/${id}-${revision + 1}.jpg`)).response.status).toBe(404)
    expect((await pictureOf('/e/pictures/424242-1.jpg')).response.status).toBe(404)
  })

  it('many at once are drawn one by one, and who would wait too long is asked to come again', async () => {
    const { id } = await post({ title: 'Koʻp' })
    const page = await read(`/e/uz/${id}-kop`)
    const path = (page.meta('og:image') as string).replace(site(), '')
    const same = await Promise.all(Array.from({ length: 60 }, () => open(path)))
    expect(same.every(({ status }) => status === 200)).toBe(true)
    const [{ id: _, ...row }] = (await world.deps.db.select(adColumns).from(ads).where(eq(ads.id, id))) as [
      AdRow,
    ]
    const copies = Array.from({ length: 30 }, (_, number) => ({
      ...row,
      state: 'sold' as const,
      submitKey: `kop ${number}`,
    }))
    const rows = await world.deps.db.insert(ads).values(copies).returning({ id: ads.id })
    const ids = rows.map((copy) => copy.id)
    const answers = await Promise.all(ids.map((other) => open(`/e/pictures/${other}-2.jpg`)))
    const statuses = answers.map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('30')
    const again = ids[statuses.indexOf(429)]
    expect((await open(`/e/pictures/${again}-2.jpg`)).status).toBe(200)
  })
})

describe('the address of an ad', () => {
  it('has the title in it; any other spelling leads there, in the same language', async () => {
    const { id } = await post({ title: 'Olma, Golden' })
    for (const [wrong, right] of [
      [`/e/${id}`, `/e/${id}-olma-golden`],
      [`/e/ru/${id}-eski-nomi`, `/e/ru/${id}-olma-golden`],
      [`/e/ru/${id}-olma-golden/`, `/e/ru/${id}-olma-golden`],
    ] as const) {
      const response = await open(wrong)
      expect([response.status, response.headers.get('location')]).toEqual([301, right])
    }
    expect((await open(`/e/ru/${id}-olma-golden`)).status).toBe(200)
  })

  it('without a language speaks the browser’s, and tells caches so', async () => {
    const { id } = await post({ title: 'Olma' })
    const page = await read(`/e/${id}-olma`, { 'accept-language': 'ru-RU,ru;q=0.9' })
    expect(page.headers.get('vary')).toContain('Accept-Language')
    expect(page.headers.get('content-language')).toBe('ru')
    expect(page.all('html').map((html) => attribute(html, 'lang'))).toEqual(['ru'])
    expect(page.links('canonical')).toEqual([`${site()}/e/ru/${id}-olma`])
    const named = await read(`/e/en/${id}-olma`, { 'accept-language': 'ru' })
    expect(named.headers.get('vary')).not.toContain('Accept-Language')
    expect(named.headers.get('content-language')).toBe('en')
  })

  it('names the same page in every language', async () => {
    const { id } = await post({ title: 'Olma' })
    const page = await read(`/e/uz-Cyrl/${id}-olma`)
    expect(page.links('canonical')).toEqual([`${site()}/e/uz-Cyrl/${id}-olma`])
    expect(
      page
        .all('link', { rel: 'alternate' })
        .map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')]),
    ).toEqual([
      ...locales.map((locale) => [locale, `${site()}/e/${locale}/${id}-olma`]),
      ['x-default', `${site()}/e/${id}-olma`],
    ])
  })
})

describe('an ad that is not for sale', () => {
  it('any more says so, has no price in its preview, offers others and is not to be found', async () => {
    const similar = await post({ title: 'Oʻxshash' })
    const { id, revision } = await post({ title: 'Sotiladi' })
    await seller.ads[':id'].sold.$post({ ...param(id), json: { revision } })
    const page = await read(`/e/uz/${id}-sotiladi`)
    expect(page.status).toBe(200)
    expect(page.text('main').join()).toContain(pageTexts('uz')('closed.closed'))
    expect(page.meta('robots')).toBe('noindex, follow')
    expect(page.meta('product:price:amount')).toBeUndefined()
    expect(page.hrefs()).toContain(`/e/uz/${similar.id}-oxshash`)
    expect(page.hrefs().join()).not.toContain('t.me')
    expect(page.data().at(-1)).toMatchObject({ offers: { availability: 'https://schema.org/SoldOut' } })
  })

  it('because its time is over says that', async () => {
    const { id } = await post({ title: 'Eskirgan' })
    await world.deps.db
      .update(ads)
      .set({ expiresAt: new Date(0) })
      .where(eq(ads.id, id))
    await expireAds(world.deps)
    const page = await read(`/e/en/${id}-eskirgan`)
    expect(page.text('main').join()).toContain('This ad has expired')
    expect(page.data().at(-1)).toMatchObject({ offers: { availability: 'https://schema.org/Discontinued' } })
  })

  it('because it was taken down is gone for good, and nothing of it is shown', async () => {
    const { id, revision } = await post({ title: 'Olinadi' })
    await seller.ads[':id'].remove.$post({ ...param(id), json: { revision } })
    const page = await read(`/e/ru/${id}-olinadi`)
    expect(page.status).toBe(410)
    expect(page.text('h1')).toEqual(['Объявление убрано'])
    expect(page.source).not.toContain('Olinadi')
  })

  it.each(['pending', 'rejected'] as const)('because it is %s is as if it were not there', async (state) => {
    const { id } = await post({ title: 'Yashirin' })
    await world.deps.db.update(ads).set({ state }).where(eq(ads.id, id))
    const page = await read(`/e/uz/${id}-yashirin`)
    expect(page.status).toBe(404)
    expect(page.source).not.toContain('Yashirin')
    expect((await read('/e/uz')).source).not.toContain(`/e/uz/${id}-`)
  })

  it('because it was never approved and then withdrawn was never there', async () => {
    const id = await submit(seller, { ...plough, title: 'Qaytdi' })
    await seller.ads[':id'].remove.$post({ ...param(id), json: { revision: 1 } })
    expect((await read(`/e/uz/${id}-qaytdi`)).status).toBe(404)
  })

  it('because its seller was banned is shown nowhere: not as itself, in lists, beside others or in the sitemap', async () => {
    const rogue = world.as(people.ivan)
    const { id } = await publish(rogue, moderator, { ...plough, title: 'Firibgar' })
    const { id: other } = await post({ title: 'Halol' })
    expect((await read(`/e/uz/${other}-halol`)).source).toContain('Firibgar')
    await world.deps.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, people.ivan))
    expect((await read(`/e/uz/${id}-firibgar`)).status).toBe(404)
    for (const path of ['/e/uz', '/e/uz/services/machines', `/e/uz/${other}-halol`, '/sitemap-ads-0.xml'])
      expect((await read(path)).source).not.toContain('irib')
  })
})

describe('a page that is not there', () => {
  it.each([
    ['/e/424242-yoq', 'ads.gone_title'],
    ['/e/nothing/here', 'error.request.not_found'],
    ['/e/uz?before=x', 'error.request.not_found'],
  ] as const)('%s says so in the person’s language and leads on', async (path, title) => {
    for (const locale of locales) {
      const page = await read(path.startsWith('/e/uz') ? path.replace('uz', locale) : path, {
        'accept-language': locale,
      })
      expect(page.status).toBe(404)
      expect(page.faults).toEqual([])
      expect(page.text('h1')).toEqual([pageTexts(locale)(title)])
      expect(page.meta('robots')).toBe('noindex, follow')
      expect(page.hrefs()).toContain(`/e/${locale}`)
    }
  })
})
