import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ads } from '#server/db/schema.ts'
import { findDialog } from '#server/dialog/queries.ts'
import * as verbs from '#server/dialog/verbs.ts'
import { deleteDraft, findDraft } from '#server/drafts/queries.ts'
import { saveDraft } from '#server/drafts/verbs.ts'
import { findUser, type UserRow } from '#server/users/queries.ts'
import { type Draft, draftSchema } from '#shared/ads/schema.ts'
import { startWorld, type World } from '../photos/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

async function newPerson(): Promise<UserRow> {
  const user = await findUser(world.db, await world.person())
  if (!user) throw new Error('no person')
  return user
}

type Press = { press: string; late: boolean }
type Event = { text: string } | Press | { form: Partial<Draft> } | 'new' | 'cancel' | 'undo' | 'thrown away'

const events: fc.Arbitrary<Event> = fc.oneof(
  fc
    .constantFrom(
      'Yer haydayman, MTZ-80',
      '100 ming',
      'Asaka',
      '90 123-45-67',
      'ha',
      '\u0000',
      'x'.repeat(4000),
    )
    .map((text) => ({ text })),
  fc.record({
    press: fc.constantFrom(
      ...['skip', 'back', 'keep', 'more', 'enough', 'g:services', 'v:services.machines', 'v:plough'],
      ...['v:hour', 'edit:title', 'edit:categoryId', 'v:negotiable', 'v:telegram', 'p:1', 'v:transport.cars'],
    ),
    /** A button of the view before, as a second phone would press. */
    late: fc.boolean(),
  }),
  fc
    .constantFrom<Partial<Draft>>(
      { title: 'Formadan' },
      { title: '' },
      { categoryId: 'transport.cars' },
      { categoryId: 'services.machines', attributes: { kind: 'plough', foreign: 'x' } },
      { districtId: 'andijon.asaka' },
      { contact: { name: 'Karimjon', phone: '901234567', telegram: true } },
    )
    .map((form) => ({ form })),
  fc.constantFrom('new', 'cancel', 'undo', 'thrown away'),
)

let lastMessage = 0

async function happen(user: UserRow, event: Event) {
  const { deps, db } = world
  const step = (await findDialog(db, user.id))?.position.step ?? 0
  const row = await findDraft(db, user.id)
  if (event === 'new') return verbs.hear(deps, { user, move: { kind: 'open' }, messageId: ++lastMessage })
  if (event === 'cancel') return verbs.cancel(deps, user, step)
  if (event === 'undo') return verbs.undo(deps, user, step)
  if (event === 'thrown away') return deleteDraft(db, user.id)
  if ('text' in event)
    return verbs.hear(deps, { user, move: { kind: 'typed', text: event.text }, messageId: ++lastMessage })
  if ('press' in event)
    return verbs.hear(deps, {
      user,
      move: { kind: 'press', action: event.press },
      step: event.late ? step - 1 : step,
    })
  const data = { ...(row?.data ?? { attributes: {}, photoIds: [] }), ...event.form }
  // The form merges and tries again when the chat was faster.
  return saveDraft(db, user.id, row?.revision ?? 0, data).catch(() => undefined)
}

/** Answers what is shown until all is answered; the step of the summary. */
async function toSummary(user: UserRow) {
  const { deps } = world
  const say = (text: string) =>
    verbs.hear(deps, { user, move: { kind: 'typed', text }, messageId: ++lastMessage })
  await withoutCategory(user)
  let standing = await verbs.hear(deps, { user, move: { kind: 'open' }, messageId: ++lastMessage })
  for (let turn = 0; turn < 40 && standing !== 'stale'; turn++) {
    const { shown, step } = standing.dialog.position
    const press = (action: string) => verbs.hear(deps, { user, move: { kind: 'press', action }, step })
    if (shown === 'summary') return step
    if (shown === 'categoryId') standing = await press('v:services.machines')
    else if (shown === 'photoIds') standing = await press('skip')
    else if (shown === 'details') standing = await press('back')
    else if (shown === 'attributes.kind') standing = await press('v:plough')
    else if (shown?.startsWith('attributes.')) standing = await press('skip')
    else if (shown === 'districtId') standing = await press('v:andijon.asaka')
    else if (shown === 'contact') standing = await say('90 123-45-67')
    else if (shown === 'price') standing = await say('100 ming')
    else standing = await say('Karimjon')
  }
  throw new Error(`no end: ${JSON.stringify(standing)}`)
}

/** A car would want a photo, which only the bot can take in. */
async function withoutCategory(user: UserRow) {
  const row = await findDraft(world.db, user.id)
  const { categoryId: _, attributes: __, ...data } = row?.data ?? { attributes: {}, photoIds: [] }
  const kept = { ...data, attributes: {} }
  if (row) await saveDraft(world.db, user.id, row.revision, kept)
}

test('whatever comes in whatever order, the kept draft is whole and the ad can be sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(events, { maxLength: 12 }), async (happened) => {
      const user = await newPerson()
      for (const event of happened) {
        await happen(user, event)
        const row = await findDraft(world.db, user.id)
        if (row) v.parse(draftSchema, row.data)
      }
      expect(await verbs.send(world.deps, user, await toSummary(user))).toHaveProperty('adId')
      expect(await findDialog(world.db, user.id)).toBeUndefined()
    }),
    { numRuns: 25 },
  )
})

test('form and chat at the very same moment: both answers are kept', async () => {
  const user = await newPerson()
  await verbs.hear(world.deps, { user, move: { kind: 'open' }, messageId: ++lastMessage })
  for (let round = 0; round < 10; round++) {
    const phone = `+99890123450${round}`
    const inTheChat = verbs.hear(world.deps, {
      user,
      move: { kind: 'phone', phone },
      messageId: ++lastMessage,
    })
    // As the form does: after a conflict it reads what is there and saves its own change upon it.
    const inTheForm = async (): Promise<unknown> => {
      const row = await findDraft(world.db, user.id)
      const data = { ...(row?.data ?? { attributes: {}, photoIds: [] }), title: `Sarlavha ${round}` }
      return saveDraft(world.db, user.id, row?.revision ?? 0, data).catch(inTheForm)
    }
    await Promise.all([inTheChat, inTheForm()])
    const row = await findDraft(world.db, user.id)
    expect(row?.data).toMatchObject({ title: `Sarlavha ${round}`, contact: { phone } })
  }
})

test('a draft begun in the form between look and writing is not lost', async () => {
  for (let round = 0; round < 10; round++) {
    const user = await newPerson()
    const saves = saveDraft(world.db, user.id, 0, { attributes: {}, photoIds: [], title: 'Formadan' })
    const [, saved] = await Promise.all([
      verbs.hear(world.deps, { user, move: { kind: 'open' }, messageId: ++lastMessage }),
      saves.then(
        () => true,
        () => false,
      ),
    ])
    const row = await findDraft(world.db, user.id)
    expect(row?.data.title).toBe(saved ? 'Formadan' : undefined)
    expect(row?.data.contact?.name).toBe(user.firstName)
  }
})

test('sending twice, also at once, is one ad', async () => {
  const user = await newPerson()
  const step = await toSummary(user)
  const answers = await Promise.all([1, 2, 3].map(() => verbs.send(world.deps, user, step)))
  expect(answers.some((answer) => answer !== 'stale')).toBe(true)
  const sent = await world.db.select().from(ads).where(eq(ads.sellerId, user.id))
  expect(sent).toHaveLength(1)
  for (const answer of answers) if (answer !== 'stale') expect(answer).toEqual({ adId: sent[0]?.id })
})
