/**
 * Builds the Mini App and the sandbox's page into `dist/`. With `--if-stale` only when a source, a setting or a
 * dependency has changed since the last build, so that a second `npm start` does not wait for it.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}/dist/built-from`

const sources = globSync(
  ['webapp/**/*', 'shared/**/*', 'server/sandbox/client/**/*', 'vite*.config.ts', 'package-lock.json'],
  { cwd: root, exclude: ['**/*.test.*'] },
).sort()
const state = sources.map((file) => {
  const { mtimeMs, size } = statSync(`${root}/${file}`)
  return `${file} ${mtimeMs} ${size}`
})
const digest = createHash('sha256').update(state.join('\n')).digest('hex')

const stale = !existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest
if (stale || !process.argv.includes('--if-stale')) {
  const { build } = await import('vite')
  for (const configFile of ['vite.config.ts', 'vite.sandbox.config.ts'])
    await build({
      configFile: `${root}/${configFile}`,
      logLevel: process.argv.includes('--if-stale') ? 'warn' : 'info',
    })
  mkdirSync(`${root}/dist`, { recursive: true })
  writeFileSync(stamp, digest)
}
