import { eq, sql } from 'drizzle-orm'
import type { InlineQueryResultArticle, InlineQueryResultCachedPhoto } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createBot } from '#server/bot/bot.ts'
import { findLink, readFindLink } from '#server/bot/inline.ts'
import { startPolling } from '#server/bot/polling.ts'
import { syncPost } from '#server/channel/sync.ts'
import { ads } from '#server/db/schema.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import type { InlineQueryResponse } from '#server/sandbox/telegram/protocol.ts'
import { searchColumns } from '#server/search/words.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { eventually } from '../ads.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

type Card = InlineQueryResultArticle | InlineQueryResultCachedPhoto

let world: BotWorld
let polling: ReturnType<typeof startPolling>
beforeAll(async () => {
  world = await startBotWorld()
  const bot = createBot(world.deps)
  polling = startPolling(world.deps, async (updates) => {
    for (const update of updates) await bot.handle(update)
  })
})
afterAll(async () => {
  await polling?.stop()
  await world?.stop()
})
beforeEach(async () => {
  await world.client('DELETE', 'faults')
  await world.db.update(ads).set({ state: 'removed' })
})

/** A live ad that is found by its words; `posted`: it has a photo, and the channel shows it. */
async function live(title: string, o: { posted?: boolean } & Partial<typeof ads.$inferInsert> = {}) {
  const { posted, ...values } = o
  const state = { state: 'active', feedSeq: sql`nextval('feed_seq')`, publishedAt: new Date() } as never
  const adId = await world.ad({ title, ...values, ...(posted ? {} : (state as object)) })
  if (posted) {
    await world.photo(adId, 0, '#c33')
    await approveAd(world.deps, { moderatorId: people.muhabbat, adId, revision: 1 })
    await syncPost(world.deps, { adId, channelId: world.deps.config.telegram.channelId }, { probeDelay: 1 })
  }
  const [row] = await world.db.select().from(ads).where(eq(ads.id, adId))
  await world.db
    .update(ads)
    .set(searchColumns(row as never))
    .where(eq(ads.id, adId))
  return adId
}
async function ask(query: string, offset = '', from: number = people.dilnoza) {
  const answer = await world.client<InlineQueryResponse>('POST', 'inline-query', { from, query, offset })
  return { ...answer, cards: answer.results as Card[] }
}

describe('@bot in any chat', () => {
  test('shows ads that fit the words: with the post’s picture where there is one, else words', async () => {
    const posted = await live('Cobalt oq', { posted: true })
    const waiting = await live('Cobalt qora')
    await live('Sigir', { categoryId: 'livestock.cattle', attributes: {} })
    const { cards, nextOffset } = await ask('кобальт')
    expect(cards.map(({ id, type }) => [id, type])).toEqual(
      expect.arrayContaining([
        [`ad_${posted}`, 'photo'],
        [`ad_${waiting}`, 'article'],
      ]),
    )
    expect(cards).toHaveLength(2)
    expect(nextOffset).toBe('')
    for (const { title } of cards) expect(title).toContain('Cobalt')
  })

  test('without words shows the newest', async () => {
    const first = await live('Birinchi')
    const second = await live('Ikkinchi')
    expect((await ask('  ')).cards.map(({ id }) => id)).toEqual([`ad_${second}`, `ad_${first}`])
  })

  test.each(['', 'cobalt'])('pages through all ads, each once: “%s”', async (words) => {
    const ids: string[] = []
    for (let n = 0; n < 45; n++) ids.push(`ad_${await live(`Cobalt ${n}`)}`)
    const seen: string[] = []
    let offset = ''
    do {
      const page = await ask(words, offset)
      expect(page.cards.length).toBeLessThanOrEqual(20)
      seen.push(...page.cards.map(({ id }) => id))
      offset = page.nextOffset
    } while (offset)
    expect(seen.toSorted()).toEqual(ids.toSorted())
  })

  test('speaks the language of whoever types, also of somebody it does not know', async () => {
    await live('Cobalt')
    const russian = await ask('cobalt', '', people.ivan)
    const uzbek = await ask('cobalt', '', people.karimjon)
    expect(russian.cards[0]?.description).toContain('Асакинский')
    expect(uzbek.cards[0]?.description).toContain('Asaka')
  })

  test('finds nothing and leads to the market, where the same words are looked for', async () => {
    const { cards, button } = await ask('zzyzx qqq')
    expect(cards).toEqual([])
    if (!button || !('start_parameter' in button)) throw new Error('no way to the market')
    expect(button.text).toBe(botTexts('uz')('inline.none'))
    await world.say(people.dilnoza, `/start ${button.start_parameter}`)
    const message = await eventually(async () =>
      (await world.messages(people.dilnoza)).find(({ text }) => text === botTexts('uz')('bot.find')),
    )
    expect(message.reply_markup?.inline_keyboard).toMatchObject([
      [{ web_app: { url: `${world.deps.config.publicUrl}/search?q=zzyzx+qqq` } }],
    ])
  })

  test('answers an offset that is none with nothing, and a question that is too old with silence', async () => {
    await live('Cobalt')
    expect((await ask('cobalt', 'odd')).cards).toEqual([])
    await world.fault({ method: 'answerInlineQuery', times: 1, kind: '400', description: 'query is too old' })
    void ask('cobalt').catch(() => undefined)
    await eventually(async () => ((await world.client<unknown[]>('GET', 'faults')) as unknown[]).length === 0)
    expect((await ask('cobalt')).cards).toHaveLength(1)
  })
})

test('the words of a link into the chat are kept as far as Telegram takes them', () => {
  for (const words of [
    '',
    'cobalt',
    'oʻq kobalt',
    'кобальт',
    'a'.repeat(300),
    'ў'.repeat(300),
    '🐄'.repeat(50),
  ]) {
    const link = findLink(words)
    expect(link).toMatch(/^[\w-]{1,64}$/)
    expect(words.startsWith(readFindLink(link)?.replace(/\ufffd$/, '') as string)).toBe(true)
  }
  expect(readFindLink(findLink(' oq   cobalt '))).toBe('oq cobalt')
  expect(readFindLink('ad_7')).toBeUndefined()
})
