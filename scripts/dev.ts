/**
 * `npm run dev`: the board with reloading. Vite serves the Mini App with hot modules and passes the API on; Node
 * restarts the server when its sources change. The sandbox then opens the Mini App from Vite's address.
 */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = process.env.PORT ?? '3000'

// In a process of its own: a build leaves NODE_ENV=production behind.
spawnSync(process.execPath, [`${root}/scripts/build.ts`, '--if-stale'], { stdio: 'inherit' })
const vite = await createServer({
  configFile: `${root}/vite.config.ts`,
  server: {
    host: '127.0.0.1',
    proxy: { '^/(api/|e([/?]|$)|robots\\.txt|sitemap)': `http://127.0.0.1:${port}` },
  },
})
await vite.listen()
const publicUrl = vite.resolvedUrls?.local[0]?.replace(/\/$/, '')

const board = spawn(
  process.execPath,
  ['--watch-path=server', '--watch-path=shared', '--watch-preserve-output', 'server/main.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PUBLIC_URL: publicUrl } },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => board.kill(signal))
board.once('exit', (code) => {
  void vite.close().then(() => process.exit(code ?? 0))
})
