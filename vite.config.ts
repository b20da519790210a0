import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'

/** Builds the Mini App; in development it is served by Vite and asks a running board. */
export default defineConfig({
  root: fileURLToPath(new URL('./webapp', import.meta.url)),
  plugins: [evaluated(), solid(), textsNamed(), compressed()],
  build: {
    outDir: fileURLToPath(new URL('./dist/webapp', import.meta.url)),
    emptyOutDir: true,
    // Old phones keep old WebViews.
    target: ['chrome80', 'safari14'],
    reportCompressedSize: false,
    // Nothing in shared/ does work when it is imported, so what is not used of it can go.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/shared\//, sideEffects: false }] } },
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: { '^/api/': process.env.API_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}` },
  },
})

/** Runs every `*.static.ts` while building and leaves only the data it exports. */
function evaluated(): Plugin {
  return {
    name: 'evaluated',
    async load(id) {
      if (!id.endsWith('.static.ts')) return undefined
      const data = Object.entries((await import(id)) as object)
      return data.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`).join('\n')
    },
  }
}

/** Names each language's chunk on the page, so that its inline script can ask for the right one at once. */
function textsNamed(): Plugin {
  return {
    name: 'texts-named',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).flatMap((chunk) => {
          const source = chunk.type === 'chunk' ? chunk.facadeModuleId : undefined
          const locale = source?.match(/webapp\/texts\/([\w-]+)\.static\.ts$/)?.[1]
          return locale ? [`${locale}:${chunk.fileName}`] : []
        })
        return html.replace('<html ', `<html data-texts="${chunks.join(' ')}" `)
      },
    },
  }
}

/** Lays `.br` and `.gz` beside every text asset, so that the server never compresses one. */
function compressed(): Plugin {
  const brotli = promisify(brotliCompress)
  const zip = promisify(gzip)
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((file) => /^assets\/.*\.(?:js|css|svg)$/.test(file))
      for (const file of files) {
        const path = join(dir, file)
        const text = await readFile(path)
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
        await writeFile(`${path}.br`, await brotli(text, quality))
        await writeFile(`${path}.gz`, await zip(text, { level: 9 }))
      }
    },
  }
}
