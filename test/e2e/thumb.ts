import type { Locator, Page } from 'playwright-core'

/** How long a practised thumb needs. */
const perTapMs = 500
const perLetterMs = 150

/** A thumb on a small phone: taps and types as fast as people do, and counts. */
export function thumbOf() {
  const counted = { taps: 0, letters: 0 }
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  let started = performance.now()
  return {
    begin() {
      Object.assign(counted, { taps: 0, letters: 0 })
      started = performance.now()
    },
    /** Waits until it can be tapped, as people do. */
    async tap(target: Locator) {
      await target.waitFor()
      await pause(perTapMs)
      await target.click()
      counted.taps++
    },
    async type(field: Locator, text: string) {
      await this.tap(field)
      await field.pressSequentially(text, { delay: perLetterMs })
      counted.letters += text.length
    },
    /** One tap opens the phone's gallery, one chooses each photo, one says so. */
    async pick(input: Locator, files: readonly string[]) {
      await pause(perTapMs * (files.length + 2))
      await input.setInputFiles([...files])
      counted.taps += files.length + 2
    },
    /** "21 taps, 15 letters, 24.3 s" */
    told: () =>
      `${counted.taps} taps, ${counted.letters} letters, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  }
}

/** A slow phone: a connection like slow 3G and a processor so many times slower. */
export async function slowDown(page: Page, o: { network: boolean; cpu: number }) {
  const session = await page.context().newCDPSession(page)
  if (o.network)
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    })
  await session.send('Emulation.setCPUThrottlingRate', { rate: o.cpu })
  page.setDefaultTimeout(90_000)
}
