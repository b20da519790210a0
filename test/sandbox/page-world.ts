import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { discard, startSandbox, type TestSandbox } from './telegram-world.ts'

export const PAGE_DIR = fileURLToPath(new URL('../../dist/sandbox', import.meta.url))
export const SELLER = 1001
export const BUYER = 1002
export const MODERATOR = 1004

/** Opens the sandbox's page; `query` chooses the person and the chat. */
export async function openPage(
  browser: Browser,
  sandbox: { url: string },
  query = '',
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const page = await browser.newPage({ viewport })
  page.setDefaultTimeout(10_000)
  await page.goto(`${sandbox.url}/?${query}`)
  await page.getByTestId('theme-switch').waitFor()
  return page
}

/** The bubble of a message in the open chat. */
export const bubble = (page: Page, id: number) => page.getByTestId(`message-${id}`)

/** The Mini App of these tests: it keeps what it gets and says what it is told to, by Telegram's wire alone. */
const MINI_APP = `<!doctype html><title>Mini App</title><script>
  window.got = []
  addEventListener('message', ({ source, data }) => source === parent && window.got.push(JSON.parse(data)))
  window.say = (eventType, eventData = {}) => parent.postMessage(JSON.stringify({ eventType, eventData }), '*')
  say('iframe_ready', { reload_supported: false })
  say('web_app_ready')
</script>`

export interface MiniAppWorld {
  sandbox: TestSandbox
  appUrl: string
  stop(): Promise<void>
}

export async function startMiniAppWorld(): Promise<MiniAppWorld> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(MINI_APP),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const sandbox = await startSandbox({ pageDir: PAGE_DIR, webappUrl: () => appUrl })
  return {
    sandbox,
    appUrl,
    async stop() {
      await discard(sandbox)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface MiniApp {
  frame: FrameLocator
  say(eventType: string, eventData?: object): Promise<void>
  /** The data of the first event of this type; waits for it. */
  got(eventType: string): Promise<unknown>
}

interface InMiniApp {
  got: { eventType: string; eventData?: unknown }[]
  say(eventType: string, eventData: object): void
}

/** The open Mini App, ready to be told what to say. */
export async function miniApp(page: Page): Promise<MiniApp> {
  const frame = page.frameLocator('[data-testid=mini-app]')
  const body = frame.locator('body')
  await body.waitFor({ state: 'attached' })
  return {
    frame,
    say: (eventType, eventData = {}) =>
      body.evaluate((_, [type, data]) => (window as unknown as InMiniApp).say(type, data), [
        eventType,
        eventData,
      ] as const),
    got: (eventType) =>
      body.evaluate((_, type) => {
        const { got } = window as unknown as InMiniApp
        return new Promise((resolve) => {
          const look = () => {
            const found = got.find((event) => event.eventType === type)
            if (found) resolve(found.eventData)
            else setTimeout(look, 20)
          }
          look()
        })
      }, eventType),
  }
}
