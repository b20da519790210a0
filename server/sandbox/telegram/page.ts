import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { sendFile } from './http.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const ABSENT =
  'The page of the Telegram sandbox is not built yet: npm run build makes it.\nThe Bot API side runs without it.\n'

/** Serves the built page; its hashed assets are kept for ever, the rest is asked for anew. */
export async function servePage(
  response: ServerResponse,
  pageDir: string | undefined,
  path: string,
): Promise<void> {
  const name = normalize(path === '/' ? '/index.html' : safeDecode(path))
  const type = TYPES[extname(name)]
  if (pageDir && type && !name.includes('..') && !name.includes('\0'))
    return sendFile(
      response,
      join(pageDir, name),
      {
        'Content-Type': type,
        'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
      name === '/index.html' ? ABSENT : undefined,
    )
  response
    .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
    .end(path === '/' ? ABSENT : 'Not Found\n')
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '\0'
  }
}
