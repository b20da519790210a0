import { createHash } from 'node:crypto'
import { Hono, type TypedResponse } from 'hono'
import * as v from 'valibot'
import { validate } from '#server/validate.ts'
import { catalogFor } from '#shared/catalog/index.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import { regions } from '#shared/regions/regions.ts'

const describe = (locale: Locale) => ({
  categories: catalogFor(locale),
  regions: regions.map(({ id, names, districts }) => ({
    id,
    label: names[locale],
    districts: districts.map((district) => ({ id: district.id, label: district.names[locale] })),
  })),
})
export type CatalogAnswer = ReturnType<typeof describe>

const bodies = new Map<Locale, { body: string; etag: string }>()

/** The catalogue and the places in one language, made once. */
function bodyFor(locale: Locale) {
  const known = bodies.get(locale)
  if (known) return known
  const body = JSON.stringify(describe(locale))
  const made = { body, etag: `W/"${createHash('sha1').update(body).digest('base64url')}"` }
  bodies.set(locale, made)
  return made
}

export const catalogRoutes = () =>
  new Hono().get('/', validate('query', v.object({ locale: v.picklist(locales) })), (c) => {
    const { body, etag } = bodyFor(c.req.valid('query').locale)
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, max-age=300, stale-while-revalidate=86400')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304) as never
    return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8' }) as unknown as Response &
      TypedResponse<CatalogAnswer, 200, 'json'>
  })
