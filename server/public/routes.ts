import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { stream } from 'hono/streaming'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { adPage } from '#server/public/ad-page.ts'
import { pathOf, preferredLocale, readPath, type Target } from '#server/public/address.ts'
import { type Head, readStyle, renderDocument } from '#server/public/layout.ts'
import { listPage } from '#server/public/list-page.ts'
import { messagePage } from '#server/public/message-page.ts'
import { createPage, type Html, type Page, type Site } from '#server/public/page.ts'
import { createPreviews } from '#server/public/preview.ts'
import { findAnyAd, findList, findSimilar } from '#server/public/queries.ts'
import { hasPart, sitemapIndex, sitemapOfAds, sitemapOfLists } from '#server/public/sitemap.ts'
import { standingOf, toPublicAd, toPublicCard } from '#server/public/views.ts'
import { currentRate, fixedRate } from '#server/rates/queries.ts'

const pageSize = 24
const similarSize = 8
/** Seconds for which a page may be shown again without asking: an ad that was sold or taken down is so for all soon. */
const fresh = 60
const sitemapFresh = 3600
/** A picture of one revision of an ad never changes. */
const pictureFresh = 7 * 86_400

interface Rendered {
  head: Head
  body: Html
}

/** Pages for whoever is not in Telegram, for search engines and for previews of links: nobody is asked who they are. */
export function publicRoutes(deps: Deps) {
  const { db, config, me, log } = deps
  const site: Site = { url: config.publicUrl, pictures: config.s3.publicUrl, botUsername: me.username }
  const style = readStyle()
  const previewOf = createPreviews(deps)

  async function answer(
    c: Context,
    page: Page,
    { head, body }: Rendered,
    status: 200 | 404 | 410 | 500 = 200,
  ) {
    const { html, policy } = await renderDocument(page, style, head, body)
    c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Content-Language', page.locale)
    c.header('Cache-Control', status === 500 ? 'no-store' : `public, max-age=${fresh}`)
    return c.html(html, status)
  }

  /** The language that the address names; where it names none, the browser's, which caches are told. */
  async function pageFor(c: Context) {
    const { locale } = readPath(c.req.path)
    if (!locale) c.header('Vary', 'Accept-Language')
    const rate = await currentRate(db)
    return createPage(site, locale ?? preferredLocale(c.req.header('accept-language')), rate)
  }

  const movedTo = (c: Context, path: string) => {
    c.header('Cache-Control', `public, max-age=${fresh}`)
    return c.redirect(path, 301)
  }

  async function showAd(c: Context, page: Page, { id, slug }: Target & { kind: 'ad' }) {
    const row = await findAnyAd(db, id)
    const standing = row ? standingOf(row.ad) : 'hidden'
    if (!row || standing === 'hidden') return answer(c, page, messagePage(page, 'missing'), 404)
    if (standing === 'gone') return answer(c, page, messagePage(page, 'gone'), 410)
    const ad = toPublicAd(row)
    if (slug !== ad.slug)
      return movedTo(c, pathOf(readPath(c.req.path).locale, { kind: 'ad', id, slug: ad.slug }))
    const similar = await findSimilar(db, ad, similarSize)
    return answer(c, page, adPage(page, ad, similar.map(toPublicCard)))
  }

  async function showList(c: Context, page: Page, { kind: _, ...wanted }: Target & { kind: 'list' }) {
    const before = c.req.query('before')
    if (before !== undefined && !/^\d{1,15}$/.test(before))
      return answer(c, page, messagePage(page, 'nowhere'), 404)
    const rows = await findList(db, { ...wanted, before, limit: pageSize })
    const shown = rows.slice(0, pageSize)
    const next = rows.length > pageSize ? String(shown.at(-1)?.ad.feedSeq) : undefined
    return answer(c, page, listPage(page, { wanted, ads: shown.map(toPublicCard), before, next }))
  }

  const pages = new Hono()
    .use(compress(), etag({ weak: true }))
    .get('/pictures/:file{\\d{1,15}-\\d{1,9}\\.jpg}', async (c) => {
      const [id = 0, revision] = (c.req.param('file').match(/\d+/g) ?? []).map(Number)
      const row = await findAnyAd(db, id)
      if (!row || standingOf(row.ad) !== 'public') return c.body(null, 404)
      const picture = await previewOf(toPublicAd(row))
      const lasting = row.ad.revision === revision ? pictureFresh : fresh
      return c.body(new Uint8Array(picture), 200, {
        'Content-Type': 'image/jpeg',
        'Cache-Control': `public, max-age=${lasting}`,
        'X-Content-Type-Options': 'nosniff',
      })
    })
    .get('*', async (c) => {
      if (c.req.path.endsWith('/')) return movedTo(c, c.req.path.replace(/\/+$/, ''))
      const page = await pageFor(c)
      const { target } = readPath(c.req.path)
      if (!target) return answer(c, page, messagePage(page, 'nowhere'), 404)
      return target.kind === 'ad' ? showAd(c, page, target) : showList(c, page, target)
    })
  pages.onError(async (err, c) => {
    if (err instanceof AppError) return c.body(null, err.status, { 'Retry-After': '30' })
    log.error({ err, path: c.req.path }, 'a public page failed')
    const locale = readPath(c.req.path).locale ?? preferredLocale(c.req.header('accept-language'))
    const page = createPage(site, locale, fixedRate)
    return answer(c, page, messagePage(page, 'broken'), 500)
  })

  /** What is large is sent as it comes, so that it never lies in memory whole. */
  const xml = (c: Context, body: string | AsyncIterable<string>) => {
    c.header('Content-Type', 'application/xml; charset=utf-8')
    c.header('Cache-Control', `public, max-age=${sitemapFresh}`)
    if (typeof body === 'string') return c.body(body)
    return stream(
      c,
      async (out) => {
        for await (const text of body) await out.write(text)
      },
      async (err) => log.error({ err, path: c.req.path }, 'a sitemap broke off'),
    )
  }
  return new Hono()
    .route('/e', pages)
    .get('/robots.txt', (c) => c.text(robots(site)))
    .use('/:file{sitemap.*\\.xml}', compress())
    .get('/sitemap.xml', (c) => xml(c, sitemapIndex(db, site.url)))
    .get('/sitemap-lists.xml', async (c) => xml(c, await sitemapOfLists(db, site.url)))
    .get('/:file{sitemap-ads-\\d{1,6}\\.xml}', async (c) => {
      const part = Number(/\d+/.exec(c.req.param('file'))?.[0])
      if (!(await hasPart(db, part))) return c.notFound()
      return xml(c, sitemapOfAds(db, site.url, part))
    })
}

/** Only what is made for it may be searched: of the Mini App a machine sees an empty page. */
function robots({ url, pictures }: Site) {
  const { origin, pathname } = new URL(pictures)
  const here = origin === new URL(url).origin ? [`Allow: ${pathname}/`] : []
  const allowed = ['Allow: /e$', 'Allow: /e/', 'Allow: /e?', 'Allow: /sitemap', ...here]
  return ['User-agent: *', ...allowed, 'Disallow: /', '', `Sitemap: ${url}/sitemap.xml`, ''].join('\n')
}
