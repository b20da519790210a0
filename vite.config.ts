import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
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
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/shared\//, sideEffects: false }] },
      // What the first screen needs comes in one piece, not in a dozen shared with later screens: each is a request.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    // The API, and the pages that the board itself renders.
    proxy: {
      '^/(api/|e([/?]|$)|robots\\.txt|sitemap)':
        process.env.API_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`,
    },
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
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) => /\.(?:js|css|svg)$/.test(fileName))
        for (const file of files) {
          const source = file.type === 'chunk' ? file.code : file.source
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: await brotli(source) })
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.gz`,
            source: await zip(source, { level: 9 }),
          })
        }
      },
    },
  }
}
