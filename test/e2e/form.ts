import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Draft } from '#shared/ads/schema.ts'
import { launchChromium } from '../chromium.ts'
import { startWorld, type World } from '../world.ts'
import { type Look, openStage, type Stage } from './stage.ts'

/** What the browser itself says of a request that a test let fail. */
const ofNetwork = /Failed to load resource|net::ERR_/

/**
 * One board and one browser for a file of tests; every phone is a device of its own and is put away after the
 * test. A fault on any page fails the test.
 */
export function useForm() {
  let world: World
  let browser: Browser
  const phones: Phone[] = []

  beforeAll(async () => {
    ;[world, browser] = await Promise.all([startWorld(), launchChromium()])
  })
  afterEach(async ({ task }) => {
    const all = phones.splice(0)
    if (task.result?.state === 'fail')
      for (const phone of all)
        console.log(`What a phone of “${task.name}” showed:\n${await phone.describe()}`)
    await Promise.all(all.map((phone) => phone.close()))
    expect(all.flatMap(({ faults }) => faults.filter((text) => !ofNetwork.test(text)))).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  return {
    get world() {
      return world
    },

    /** A phone in the hands of this person, nothing opened yet. */
    async phone(person: number, look: Partial<Look> = {}): Promise<Phone> {
      const stage = await openStage(world, { theme: 'light', locale: 'uz', ...look }, browser)
      const phone = phoneOf(world, stage, person)
      phones.push(phone)
      return phone
    },

    /** The person has just this draft on the server, or none. */
    async begin(person: number, draft?: Draft) {
      const api = world.as(person)
      await api.draft.$delete()
      if (draft) await api.draft.$put({ json: { draft, revision: 0 } })
    },

    /** What the server has of the person's draft. */
    saved: async (person: number) => (await world.as(person).draft.$get()).json(),

    /** The person's ads, newest first. */
    ads: async (person: number) => (await (await world.as(person).my.ads.$get({ query: {} })).json()).items,

    /** Puts files where the browser can pick them; answers their paths in the same order. */
    async files(contents: Readonly<Record<string, Uint8Array | string>>): Promise<string[]> {
      const folder = join(world.folder, randomUUID())
      await mkdir(folder)
      return Promise.all(
        Object.entries(contents).map(async ([name, content]) => {
          await writeFile(join(folder, name), content)
          return join(folder, name)
        }),
      )
    },
  }
}

const phoneOf = (world: World, stage: Stage, person: number) => ({
  ...stage,

  /** Opens the Mini App anew at the form, as the bot's "new ad" link does. */
  openForm: () => stage.be(person, person, { startapp: 'new' }),

  /** Waits for a screen of the form by its title. */
  screen: (title: string) => stage.app.getByRole('heading', { level: 1, name: title, exact: true }).waitFor(),

  pick: (files: string | string[]) =>
    stage.app.getByLabel(stage.t('photo.add'), { exact: true }).setInputFiles(files),

  /** The tile of the n-th photo, counted from 1; `state` is how it is doing, in words. */
  tile: (number: number, state = '') =>
    stage.app.getByRole('button', {
      name: new RegExp(`^${stage.t('photo.nth', { number })},.*${escaped(state)}$`),
    }),

  /** What the form says of keeping what is typed. */
  saving: () => stage.app.locator('.vb-form__saving'),

  /** Lets a test have its way with uploads to storage; `nth` counts them from 1. */
  onUpload(handle: (route: Route, nth: number) => Promise<void>) {
    let count = 0
    return stage.context.route(
      ({ origin }) => origin === new URL(world.config.s3.endpoint).origin,
      (route) => (route.request().method() === 'PUT' ? handle(route, ++count) : route.continue()),
    )
  },

  /** Chooses in Telegram's own menu of the Mini App. */
  menu: (item: string) => menu(stage, item),

  async closeApp() {
    await menu(stage, 'Close')
    await stage.page.getByTestId('mini-app').waitFor({ state: 'detached' })
  },

  /** Loads the Mini App's page anew. */
  async reload() {
    await stage.app.locator('html').evaluate((page) => page.setAttribute('data-before', ''))
    await menu(stage, 'Reload Page')
    await stage.app.locator('html:not([data-before])').waitFor()
  },
})
export type Phone = ReturnType<typeof phoneOf>

async function menu({ page }: Stage, item: string) {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
