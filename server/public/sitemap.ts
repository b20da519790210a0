import type { Db } from '#server/db/client.ts'
import { pathOf, slugOf, type Target } from '#server/public/address.ts'
import { greatestId, liveAfter, newestOf } from '#server/public/queries.ts'
import { catalog } from '#shared/catalog/index.ts'
import { defaultLocale } from '#shared/i18n/locales.ts'
import { regions } from '#shared/regions/regions.ts'

// https://www.sitemaps.org/protocol.html. Each page stands here in one language and names its others itself.

/** Ids in one part: the protocol allows 50,000 addresses. */
export const partSize = 50_000
/** Rows read at once. */
const batch = 2_000

const open = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

/** Whether a range of ids has live ads. */
export const hasPart = async (db: Db, part: number): Promise<boolean> =>
  (await liveAfter(db, part * partSize - 1, (part + 1) * partSize, 1)).length > 0

/** The parts that have something in them: one of lists, and the ads by ranges of their ids. */
export async function* sitemapIndex(db: Db, url: string): AsyncGenerator<string> {
  yield `${open}<sitemapindex ${namespace}>\n`
  yield `<sitemap><loc>${escaped(url)}/sitemap-lists.xml</loc></sitemap>\n`
  const last = Math.floor((await greatestId(db)) / partSize)
  for (let part = 0; part <= last; part++)
    if (await hasPart(db, part))
      yield `<sitemap><loc>${escaped(url)}/sitemap-ads-${part}.xml</loc></sitemap>\n`
  yield '</sitemapindex>\n'
}

/** All live ads whose ids are in a range. */
export async function* sitemapOfAds(db: Db, url: string, part: number): AsyncGenerator<string> {
  yield `${open}<urlset ${namespace}>\n`
  for (let after = part * partSize - 1; ; ) {
    const rows = await liveAfter(db, after, (part + 1) * partSize, batch)
    yield rows
      .map(({ id, title, updatedAt }) => entry(url, { kind: 'ad', id, slug: slugOf(title) }, updatedAt))
      .join('')
    const last = rows.at(-1)
    if (!last || rows.length < batch) break
    after = last.id
  }
  yield '</urlset>\n'
}

/** The feed, and every category and place that has live ads. */
export async function sitemapOfLists(db: Db, url: string): Promise<string> {
  const [byCategory, byRegion, byDistrict] = await Promise.all([
    newestOf(
      db,
      'category',
      catalog.flatMap(({ children }) => children.map(({ id }) => id)),
    ),
    newestOf(
      db,
      'region',
      regions.map(({ id }) => id),
    ),
    newestOf(
      db,
      'district',
      regions.flatMap(({ districts }) => districts.map(({ id }) => id)),
    ),
  ])
  const newest = (dates: Iterable<Date | undefined>) =>
    [...dates].reduce((a, b) => (a && b ? (a > b ? a : b) : (a ?? b)), undefined)
  const entries = [
    entry(url, { kind: 'list' }, newest(byRegion.values())),
    ...catalog.flatMap(({ id, children }) => {
      const changed = newest(children.map((child) => byCategory.get(child.id)))
      return changed ? [entry(url, { kind: 'list', category: id }, changed)] : []
    }),
    ...[...byCategory].map(([category, at]) => entry(url, { kind: 'list', category }, at)),
    ...[...byRegion, ...byDistrict].map(([place, at]) => entry(url, { kind: 'list', place }, at)),
  ]
  return `${open}<urlset ${namespace}>\n${entries.join('')}</urlset>\n`
}

function entry(url: string, target: Target, changed: Date | undefined) {
  const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
  return `<url><loc>${escaped(url + pathOf(defaultLocale, target))}</loc>${lastmod}</url>\n`
}
