import { eq } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createBot } from '#server/bot/bot.ts'
import { createTelegram } from '#server/bot/telegram.ts'
import { tellSeller } from '#server/bot/tell-seller.ts'
import { ads, moderationDecisions, moderationMessages, users } from '#server/db/schema.ts'
import { takeDesk } from '#server/moderation/claims.ts'
import { announceAd, showAd } from '#server/moderation/group.ts'
import { prepareAd } from '#server/moderation/prepare.ts'
import { approveAd, rejectAd } from '#server/moderation/verbs.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

let world: BotWorld
let bot: ReturnType<typeof createBot>
let group: number
const bek = 6002

beforeAll(async () => {
  world = await startBotWorld()
  group = world.deps.config.telegram.moderatorsChatId
  await world.db.insert(users).values([
    { id: people.muhabbat, firstName: 'Muhabbat', languageCode: 'uz' },
    { id: bek, firstName: 'Bek', role: 'moderator' },
  ])
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.jobs.length = 0
  world.deps.telegram = createTelegram(world.deps.config, { timeoutSeconds: 1 })
  bot = createBot(world.deps)
})

async function announced(values: Parameters<BotWorld['ad']>[0] = {}) {
  const adId = await world.ad(values)
  await prepareAd(world.deps, { adId, revision: 1 })
  await announceAd(world.deps, { adId, revision: 1 })
  return adId
}
const messageOf = async (adId: number): Promise<Message> => {
  const [row] = await world.db.select().from(moderationMessages).where(eq(moderationMessages.adId, adId))
  const found = (await world.messages(group)).find(({ message_id }) => message_id === row?.messageId)
  if (!found) throw new Error(`the group has no message about ad ${adId}`)
  return found
}
const buttonsOf = (message: Message) =>
  (message.reply_markup?.inline_keyboard.flat() ?? []).flatMap((button) =>
    'callback_data' in button ? button.callback_data : [],
  )
let updateId = 1
/** A tap as Telegram would tell it. */
async function tap(from: number, adId: number, data: string | undefined) {
  if (data === undefined) throw new Error('there is no such button')
  const message = await messageOf(adId)
  await bot.handle({
    update_id: updateId++,
    callback_query: {
      id: String(updateId),
      from: { id: from, is_bot: false, first_name: from === bek ? 'Bek' : 'Muhabbat' },
      chat_instance: '1',
      data,
      message,
    },
  } as never)
}
const stateOf = async (adId: number) => (await world.db.select().from(ads).where(eq(ads.id, adId)))[0]
const button = async (adId: number, kind: string) =>
  buttonsOf(await messageOf(adId)).find((data) => data.startsWith(`mod:${kind}:`))

describe('in the moderators’ group', () => {
  it('an ad is announced with its hints and three buttons', async () => {
    const adId = await announced({ description: 'Faqat oldindan toʻlov, rahmat' })
    const message = await messageOf(adId)
    expect(message.text).toContain('⚠️ Oldindan pul soʻrayotganga oʻxshaydi: «oldindan toʻlov»')
    expect(buttonsOf(message)).toEqual([`mod:approve:${adId}:1`, `mod:reject:${adId}:1`])
  })

  it('one tap approves, and the message says who did', async () => {
    const adId = await announced({ title: 'Bir' })
    await tap(people.muhabbat, adId, await button(adId, 'approve'))
    expect((await stateOf(adId))?.state).toBe('active')
    const message = await messageOf(adId)
    expect(message.text).toContain('✅ Muhabbat tasdiqladi')
    expect(buttonsOf(message)).toEqual([expect.stringMatching(/^mod:undo:/)])
  })

  it('rejecting asks for the reason, and can be left', async () => {
    const adId = await announced({ title: 'Ikki' })
    await tap(people.muhabbat, adId, await button(adId, 'reject'))
    expect(buttonsOf(await messageOf(adId))).toContain(`mod:why:${adId}:1:price`)
    await tap(people.muhabbat, adId, `mod:back:${adId}`)
    expect(buttonsOf(await messageOf(adId))).toContain(`mod:approve:${adId}:1`)
    await tap(people.muhabbat, adId, `mod:why:${adId}:1:price`)
    expect(await stateOf(adId)).toMatchObject({ state: 'rejected', rejectionReason: 'price' })
    expect((await messageOf(adId)).text).toContain('↩️ Muhabbat qaytardi\nNarx notoʻgʻri')
  })

  it('a decision is undone there, and the buttons come back', async () => {
    const adId = await announced({ title: 'Uch' })
    await tap(bek, adId, await button(adId, 'approve'))
    await tap(bek, adId, await button(adId, 'undo'))
    expect(await stateOf(adId)).toMatchObject({ state: 'pending', revision: 3 })
    const message = await messageOf(adId)
    expect(message.text).toContain('Qaror bekor qilindi')
    expect(buttonsOf(message)).toEqual([`mod:approve:${adId}:3`, `mod:reject:${adId}:3`])
  })

  it('what is decided in the app is shown by who and how, what is looked at by whom', async () => {
    const adId = await announced({ title: 'Toʻrt' })
    await takeDesk(world.deps, bek, { holding: [], want: 0, skip: [], first: adId, filter: {} })
    await showAd(world.deps, { adId })
    expect((await messageOf(adId)).text).toContain('👀 Bek koʻryapti')
    await tap(people.muhabbat, adId, `mod:approve:${adId}:1`)
    expect((await stateOf(adId))?.state).toBe('pending')
    await approveAd(world.deps, { moderatorId: bek, adId, revision: 1, changes: { title: 'Yangi nom' } })
    await showAd(world.deps, { adId })
    expect((await messageOf(adId)).text).toMatch(/Yangi nom[^]*✅ Bek tuzatib tasdiqladi/)
  })

  it('nobody but moderators can decide', async () => {
    const adId = await announced({ title: 'Besh' })
    await tap(people.dilnoza, adId, await button(adId, 'approve'))
    expect((await stateOf(adId))?.state).toBe('pending')
  })

  it('buttons of an ad that changed meanwhile decide nothing', async () => {
    const adId = await announced({ title: 'Olti' })
    await world.db.update(ads).set({ revision: 2 }).where(eq(ads.id, adId))
    await tap(people.muhabbat, adId, `mod:approve:${adId}:1`)
    expect((await stateOf(adId))?.state).toBe('pending')
  })

  it('an ad sent again has a message of its own', async () => {
    const adId = await announced({ title: 'Yetti' })
    const first = await messageOf(adId)
    await rejectAd(world.deps, { moderatorId: bek, adId, revision: 1, reason: 'text', note: '' })
    await world.db
      .update(ads)
      .set({ state: 'pending', submittedAt: new Date(), revision: 3 })
      .where(eq(ads.id, adId))
    await announceAd(world.deps, { adId, revision: 3 })
    const again = await messageOf(adId)
    expect(again.message_id).toBeGreaterThan(first.message_id)
    expect(buttonsOf(again)).toContain(`mod:approve:${adId}:3`)
  })

  it('an announcement that comes twice is made once', async () => {
    const adId = await announced({ title: 'Sakkiz' })
    const before = (await world.messages(group)).length
    await announceAd(world.deps, { adId, revision: 1 })
    expect(await world.messages(group)).toHaveLength(before)
  })

  it('a change that Telegram puts off is asked for again after as long', async () => {
    const adId = await announced({ title: 'Toʻqqiz' })
    await approveAd(world.deps, { moderatorId: bek, adId, revision: 1 })
    world.jobs.length = 0
    await world.fault({ method: 'editMessageText', times: 1, kind: '429', retryAfter: 7 })
    await showAd(world.deps, { adId })
    expect(world.taken('moderation.show')).toMatchObject([{ data: { adId }, delay: 7 }])
    await showAd(world.deps, { adId })
    expect((await messageOf(adId)).text).toContain('Bek tasdiqladi')
  })
})

describe('the seller', () => {
  beforeAll(() => world.say(people.karimjon, '/start'))
  const told = async () => (await world.messages(people.karimjon)).at(-1)?.text
  const lastDecision = async (adId: number) =>
    (await world.db.select().from(moderationDecisions).where(eq(moderationDecisions.adId, adId))).at(-1)

  it('hears what a moderator corrected: how it was and how it is', async () => {
    const adId = await world.ad({ title: 'Cobolt' })
    const changes = {
      title: 'Cobalt 2021, oq',
      description: 'Bir egasi bor.',
      price: { kind: 'fixed' as const, amount: 12_000, currency: 'USD' as const },
    }
    await approveAd(world.deps, { moderatorId: bek, adId, revision: 1, changes })
    await tellSeller(world.deps, {
      adId,
      outcome: 'approved',
      decisionId: (await lastDecision(adId))?.id as number,
    })
    expect((await told())?.replace(/\u00a0/g, ' ')).toContain(
      'Moderator biroz tuzatdi:\n• Nomi: Cobolt → Cobalt 2021, oq\n• Tavsif\n• Narxi: 11 500 $ → 12 000 $',
    )
  })

  it('hears what to change place by place, and of a final rejection that it is final', async () => {
    const adId = await world.ad({ title: 'Cobalt oq' })
    const marks = [{ field: 'title' as const, suggestion: 'Cobalt 2021' }, { field: 'photos' as const }]
    await rejectAd(world.deps, { moderatorId: bek, adId, revision: 1, reason: 'text', note: '', marks })
    await tellSeller(world.deps, { adId, outcome: 'rejected' })
    expect(await told()).toContain('Nimani tuzatish kerak:\n• Nomi: Cobalt 2021\n• Rasmlar')
    const final = await world.ad({ title: 'Taqiqlangan narsa' })
    await rejectAd(world.deps, {
      moderatorId: bek,
      adId: final,
      revision: 1,
      reason: 'forbidden',
      note: '',
      final: true,
    })
    await tellSeller(world.deps, { adId: final, outcome: 'rejected' })
    const message = (await world.messages(people.karimjon)).at(-1)
    expect(message?.text).toContain('qayta yuborib boʻlmaydi')
    expect(message?.reply_markup?.inline_keyboard ?? []).toEqual([])
  })

  it('hears of an undone decision that the ad is looked at again, and nothing of the decision itself', async () => {
    const adId = await world.ad({ title: 'Qayta' })
    await tellSeller(world.deps, { adId, outcome: 'undone' })
    expect(await told()).toContain('yana tekshirilmoqda')
    const before = (await world.messages(people.karimjon)).length
    await tellSeller(world.deps, { adId, outcome: 'approved' })
    expect(await world.messages(people.karimjon)).toHaveLength(before)
  })
})
