import type { Browser, Page, Request } from 'playwright-core'
import type { Locale } from '#shared/i18n/locales.ts'
import { launchChromium } from '../chromium.ts'
import type { World } from '../world.ts'
import { appTexts } from './texts.ts'

export interface Look {
  theme: 'light' | 'dark'
  locale: Locale
  /** CSS pixels; a phone when absent. */
  viewport?: { width: number; height: number }
}

/**
 * One browser on a world's sandbox page, with the words that the shown language uses. In a `shared` browser it is
 * a device of its own, which remembers nothing of the others.
 */
export async function openStage(world: World, look: Look, shared?: Browser) {
  const browser = shared ?? (await launchChromium())
  const context = await browser.newContext({
    viewport: look.viewport ?? { width: 390, height: 844 },
    hasTouch: look.viewport === undefined,
    isMobile: look.viewport === undefined,
    deviceScaleFactor: 2,
    // What the machine's own locale makes of it may be no language at all: en-US@posix.
    locale: 'en-US',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // A refused photo or draft is an answer that the test provokes; everything else is our fault.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
  })
  const asked: string[] = []
  const note = (request: Request, outcome: string) => {
    asked.push(`${new Date().toISOString()} ${request.method()} ${request.url().split('#')[0]} ${outcome}`)
    asked.splice(0, asked.length - 30)
  }
  page.on('response', (response) => note(response.request(), String(response.status())))
  page.on('requestfailed', (request) => note(request, request.failure()?.errorText ?? 'failed'))
  return {
    page,
    context,
    t: appTexts(look.locale),
    /** Errors of any page so far. */
    faults,
    app: page.frameLocator('[data-testid="mini-app"]'),
    /** Shows the sandbox as this person, with a chat open. */
    async be(person: number, chat = person, more: Record<string, string> = {}) {
      const query = new URLSearchParams({
        person: String(person),
        chat: String(chat),
        theme: look.theme,
        ...more,
      })
      await page.goto(`${world.telegram.url}/?${query}`)
    },
    /** What every frame shows and the last answers that came: all there is of a test that failed on another machine. */
    async describe(): Promise<string> {
      const shown = page.frames().map((frame) =>
        frame
          .locator('body')
          .innerText({ timeout: 1000 })
          .catch((error: Error) => error.message),
      )
      return [`at ${new Date().toISOString()}`, ...(await Promise.all(shown)), ...asked].join('\n')
    },
    mainButton: () => page.getByTestId('main-button'),
    close: () => (shared ? context.close() : browser.close()),
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>

/** Records every request that the pages make, for telling what goes where. */
export function recordTraffic(page: Page) {
  const seen: { origin: string; method: string; bytes: number; type: string }[] = []
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    const bytes = request.postDataBuffer()?.length ?? 0
    seen.push({ origin, method: request.method(), bytes, type: request.headers()['content-type'] ?? '' })
  })
  return seen
}
