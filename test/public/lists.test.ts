import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plough, publish } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'
import { attribute, readHtml } from './html.ts'

let world: World
let seller: ApiClient
const ids: number[] = []
beforeAll(async () => {
  world = await startWorld()
  seller = world.as(people.karimjon)
  const moderator = world.as(people.muhabbat)
  for (let number = 1; number <= 19; number++)
    ids.unshift((await publish(seller, moderator, { ...plough, title: `Xizmat ${number}` })).id)
  const other = world.as(people.dilnoza)
  for (let number = 20; number <= 26; number++) {
    const districtId = number > 24 ? 'namangan.chust' : 'andijon.asaka'
    ids.unshift((await publish(other, moderator, { ...plough, districtId, title: `Xizmat ${number}` })).id)
  }
})
afterAll(() => world?.stop())

async function read(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(world.config.publicUrl + path, { headers, redirect: 'manual' })
  const source = await response.text()
  return { status: response.status, headers: response.headers, source, ...readHtml(source) }
}
type Read = Awaited<ReturnType<typeof read>>
const adsOf = (page: Read) =>
  page
    .hrefs()
    .flatMap((href) => /^\/e\/\w+\/(\d+)-/.exec(href)?.[1] ?? [])
    .map(Number)

describe('the feed outside Telegram', () => {
  it('shows the newest ads; older pages follow until all were shown once', async () => {
    const first = await read('/e/uz')
    expect(first.faults).toEqual([])
    expect(adsOf(first)).toEqual(ids.slice(0, 24))
    expect(first.meta('robots')).toBeUndefined()
    expect(first.links('canonical')).toEqual([`${world.config.publicUrl}/e/uz`])
    const older = first.all('a', { rel: 'next' }).map((link) => attribute(link, 'href') as string)
    expect(older).toHaveLength(1)
    const second = await read(older[0] as string)
    expect(adsOf(second)).toEqual(ids.slice(24))
    expect(second.meta('robots')).toBe('noindex, follow')
    expect(second.links('canonical')).toEqual([world.config.publicUrl + older[0]])
    expect(second.all('a', { rel: 'next' })).toEqual([])
  })

  it('is narrowed by category and place, alone and together, and leads up again', async () => {
    const chust = await read('/e/ru/services/machines/namangan/chust')
    expect(adsOf(chust)).toEqual(ids.slice(0, 2))
    expect(chust.text('h1')[0]).toContain('Чустский район')
    expect(adsOf(await read('/e/ru/services'))).toEqual(ids.slice(0, 24))
    expect(adsOf(await read('/e/ru/namangan'))).toEqual(ids.slice(0, 2))
    for (const up of [
      '/e/ru',
      '/e/ru/services',
      '/e/ru/services/machines',
      '/e/ru/services/machines/namangan',
    ])
      expect(chust.hrefs()).toContain(up)
    expect(chust.data()).toMatchObject([
      { '@type': 'BreadcrumbList' },
      { '@type': 'ItemList', itemListElement: [{ position: 1, name: 'Xizmat 26' }, { position: 2 }] },
    ])
  })

  it('without ads says so, offers to post one and is not to be found', async () => {
    const page = await read('/e/en/livestock/namangan')
    expect(page.status).toBe(200)
    expect(page.text('h2')).toEqual(['No ads yet'])
    expect(page.meta('robots')).toBe('noindex, follow')
    expect(page.hrefs()).toContain(`https://t.me/${world.deps.me.username}?startapp=new`)
  })

  it('is compressed, told by an ETag, and answers a page that is known with nothing', async () => {
    const { headers } = await read('/e/uz', { 'accept-encoding': 'gzip' })
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('vary')).toContain('Accept-Encoding')
    expect(headers.get('cache-control')).toBe('public, max-age=60')
    const etag = headers.get('etag') as string
    const again = await read('/e/uz', { 'if-none-match': etag })
    expect([again.status, again.source]).toEqual([304, ''])
    const head = await fetch(`${world.config.publicUrl}/e/uz`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('needs nobody to say who they are, and sets no cookie', async () => {
    const { headers, status } = await read('/e/uz', { authorization: 'tma nonsense' })
    expect([status, headers.get('set-cookie')]).toEqual([200, null])
  })
})

describe('what search engines are told', () => {
  it('is that the public pages may be read and nothing else', async () => {
    const text = await (await fetch(`${world.config.publicUrl}/robots.txt`)).text()
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'User-agent: *',
        'Allow: /e$',
        'Allow: /e/',
        'Disallow: /',
        `Sitemap: ${world.config.publicUrl}/sitemap.xml`,
      ]),
    )
  })

  it('is every live ad and every list that has some, each with when it changed', async () => {
    const locations = async (path: string) => {
      const response = await fetch(world.config.publicUrl + path)
      expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8')
      const xml = await response.text()
      return [...xml.matchAll(/<loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g)].map(([, loc, at]) => ({
        path: (loc as string).replace(world.config.publicUrl, ''),
        at,
      }))
    }
    expect((await locations('/sitemap.xml')).map(({ path }) => path)).toEqual([
      '/sitemap-lists.xml',
      '/sitemap-ads-0.xml',
    ])
    const listed = await locations('/sitemap-ads-0.xml')
    expect(listed.map(({ path }) => Number(/\/e\/uz\/(\d+)-/.exec(path)?.[1]))).toEqual(
      [...ids].sort((a, b) => a - b),
    )
    const lists = await locations('/sitemap-lists.xml')
    expect(lists.map(({ path }) => path)).toEqual([
      '/e/uz',
      '/e/uz/services',
      '/e/uz/services/machines',
      '/e/uz/andijon',
      '/e/uz/namangan',
      '/e/uz/andijon/asaka',
      '/e/uz/namangan/chust',
    ])
    for (const { path, at } of [...listed, ...lists]) {
      expect(Date.now() - Date.parse(at as string)).toBeLessThan(3_600_000)
      expect((await read(path)).links('canonical')).toEqual([world.config.publicUrl + path])
    }
    expect((await fetch(`${world.config.publicUrl}/sitemap-ads-7.xml`)).status).toBe(404)
  })
})
