import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Feed } from '#server/ads/feed.ts'
import type { Deps } from '#server/deps.ts'
import { currentRate } from '#server/rates/queries.ts'
import { limits } from '#shared/limits.ts'

const root = fileURLToPath(new URL('../dist/webapp', import.meta.url))

/**
 * The built Mini App: hashed assets for ever (compressed at build time), and one page for every other address, with
 * the first page of the feed inside so that the first screen needs no second request.
 */
export function webRoutes(deps: Deps, feed: Feed) {
  const file = `${root}/index.html`
  if (!existsSync(file)) throw new Error('The Mini App is not built: run npm run build.')
  const template = readFileSync(file, 'utf8')
  const policy = contentSecurityPolicy(deps, template)

  return new Hono()
    .use(
      '/assets/*',
      serveStatic({
        root,
        precompressed: true,
        onFound: (_, c) => {
          c.header('Cache-Control', 'public, max-age=31536000, immutable')
        },
      }),
      async (c) => c.notFound(),
    )
    .get('*', compress(), async (c) => {
      c.header('Content-Security-Policy', policy)
      c.header('X-Content-Type-Options', 'nosniff')
      c.header('Referrer-Policy', 'no-referrer')
      c.header('Cache-Control', 'no-cache')
      const boot = await bootScript(deps, feed)
      return c.html(template.replace('<!--boot-->', () => boot))
    })
}

/** What the Mini App needs for its first screen, as a data block. */
async function bootScript({ config, db, me }: Deps, feed: Feed) {
  const [{ body }, rate] = await Promise.all([
    feed.page({ filters: {}, limit: limits.page.default }),
    currentRate(db),
  ])
  const rest = JSON.stringify({
    rate,
    publicUrl: config.s3.publicUrl,
    telegramOrigin: new URL(config.telegram.webOrigin).origin,
    bot: { username: me.username },
  })
  const json = `{"feed":${body},${rest.slice(1)}`.replaceAll('<', '\\u003c')
  return `<script type="application/json" id="boot">${json}</script>`
}

/** Scripts of our own only, uploads and pictures to and from storage, framed by Telegram alone. */
function contentSecurityPolicy({ config }: Deps, html: string) {
  const inline = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, code]) =>
      `'sha256-${createHash('sha256')
        .update(code as string)
        .digest('base64')}'`,
  )
  const storage = new URL(config.s3.endpoint).origin
  const pictures = new URL(config.s3.publicUrl).origin
  return [
    `default-src 'self'`,
    `script-src 'self' ${inline.join(' ')}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob: ${pictures}`,
    `connect-src 'self' ${storage}`,
    `worker-src 'self' blob:`,
    `frame-ancestors https://*.telegram.org ${new URL(config.telegram.webOrigin).origin}`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ')
}
