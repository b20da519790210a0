import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

/** Builds the page of the Telegram sandbox; in development it is served by Vite and asks a running sandbox. */
export default defineConfig({
  root: fileURLToPath(new URL('./server/sandbox/client', import.meta.url)),
  plugins: [solid()],
  build: {
    outDir: fileURLToPath(new URL('./dist/sandbox', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/client': `http://127.0.0.1:${process.env.SANDBOX_PORT ?? 3001}` },
  },
})
