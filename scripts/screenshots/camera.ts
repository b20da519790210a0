import { writeFile } from 'node:fs/promises'
import type { FrameLocator, Page } from 'playwright-core'
import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import type { ThemeName } from '#server/sandbox/client/theme.ts'
import { launchChromium } from '../../test/chromium.ts'

/** A phone as README pictures show it, in CSS pixels, and how many pixels of the screen each of them has. */
const phone = { width: 390, height: 844 }
const density = 2
/** Width of a phone's picture in the file: sharp where the README shows it, and light. */
const fileWidth = 585
const corner = 22
/** Of the sandbox, above the phone. */
const bar = 44

export interface Shot {
  /** Name of the file in the folder. */
  name: string
  person: number
  theme: ThemeName
  /** The chat shown; the person's own with the bot when absent. */
  chat?: number
  /** Start parameter of the Mini App; the chat itself is shown when absent. */
  app?: string
  /** Brings the screen into the state to be shown. */
  act?: (app: FrameLocator, page: Page) => Promise<void>
}

/** A browser before the sandbox's page that writes pictures into a folder. */
export async function openCamera(sandbox: string, folder: string) {
  const browser = await launchChromium()

  async function show(shot: Shot, viewport: { width: number; height: number }, mobile: boolean) {
    const context = await browser.newContext({
      viewport,
      // What the machine's own locale makes of it may be no language at all.
      locale: 'en-US',
      isMobile: mobile,
      hasTouch: mobile,
      deviceScaleFactor: mobile ? density : 1,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const query = new URLSearchParams({
      person: String(shot.person),
      chat: String(shot.chat ?? shot.person),
      theme: shot.theme,
      ...(shot.app !== undefined && { startapp: shot.app }),
    })
    await page.goto(`${sandbox}/?${query}`)
    const app = page.frameLocator('[data-testid="mini-app"]')
    if (shot.app !== undefined) await app.locator('main').first().waitFor()
    await shot.act?.(app, page)
    await settled(page)
    return page
  }

  return {
    /** One screen of a phone: the Mini App, or a chat. */
    async phone(shot: Shot) {
      const page = await show(shot, { width: phone.width, height: phone.height + bar }, true)
      const picture = await page.screenshot({ clip: { x: 0, y: bar, ...phone } })
      await page.context().close()
      await write(`${folder}/${shot.name}.png`, await rounded(picture))
    },
    /** The sandbox's whole page in a wide window. */
    async desktop(shot: Shot) {
      const page = await show(shot, { width: 1440, height: 900 }, false)
      await write(`${folder}/${shot.name}.png`, sharp(await page.screenshot()))
      await page.context().close()
    },
    close: () => browser.close(),
  }
}

/** All pictures in view are there, and what told of a touch has faded. */
async function settled(page: Page) {
  for (const frame of page.frames())
    await frame.waitForFunction(() =>
      [...document.images].every((image) => image.complete || image.loading === 'lazy'),
    )
  await page.waitForTimeout(1500)
}

/** With the corners of a phone, and smaller: first the one, then the other, as sharp would do it the other way round. */
async function rounded(screen: Buffer): Promise<Sharp> {
  const whole = await sharp(screen).composite([roundCorners()]).png().toBuffer()
  return sharp(whole).resize({ width: fileWidth })
}

function roundCorners(): OverlayOptions {
  const [width, height, radius] = [phone.width * density, phone.height * density, corner * density]
  const mask = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="${radius}"/></svg>`
  return { input: Buffer.from(mask), blend: 'dest-in' }
}

/** A palette is enough for a screen and makes it a third of the size. */
async function write(file: string, picture: Sharp) {
  await writeFile(file, await picture.png({ palette: true, quality: 90, effort: 10 }).toBuffer())
}
