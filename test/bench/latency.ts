/**
 * `npm run bench:latency`: how long people wait. Starts the embedded board in a process of its own, cold and warm,
 * then sends and approves ads with a photo and watches the chats. Prints medians and their ratio to one bare call
 * of the Bot API with a picture, measured in the same run, since machines differ and are shared.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LaunchResponse, SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { cobalt, eventually, newKey, param } from '../ads.ts'
import { startProcess } from '../board/process.ts'
import { type ApiClient, apiOf, freePort, people } from '../people.ts'
import { jpeg } from '../photos/files.ts'

const rounds = 5
/** Telegram takes 20 messages a minute in a channel and the board obeys: each round's four must not wait for the last's. */
const pauseBetweenRounds = 12_000
const figures: Record<string, number[]> = {}

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await act()
  const all = (figures[what] ??= [])
  all.push(performance.now() - started)
  return result
}
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const settings = {
  DATA_DIR: await mkdtemp(join(tmpdir(), 'vodiy-bozor-bench-')),
  PORT: String(await freePort()),
  SANDBOX_PORT: String(await freePort()),
  S3_PORT: String(await freePort()),
  LOG_LEVEL: 'silent',
}
const sandbox = `http://127.0.0.1:${settings.SANDBOX_PORT}`
const post = async (url: string, body: object) =>
  (
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json()

async function as(person: number) {
  const { url } = (await post(`${sandbox}/client/launch`, {
    from: person,
    kind: 'link',
    theme: {},
  })) as LaunchResponse
  const launch = new URLSearchParams(new URL(url).hash.slice(1))
  return apiOf(`http://127.0.0.1:${settings.PORT}`, launch.get('tgWebAppData') ?? '')
}
async function chat(id: number | 'channel' | 'group') {
  const { chats } = (await (await fetch(`${sandbox}/client/state`)).json()) as SandboxState
  const found = chats.filter((one) => one.id === id || one.type === id)
  // Of the two groups the moderators' comes first.
  return found[0]?.messages ?? []
}
/** Waits until the chat has changed from what it was before `act`. */
async function untilChanged(id: number | 'channel' | 'group', what: string, act: () => Promise<unknown>) {
  const before = JSON.stringify(await chat(id))
  await timed(what, async () => {
    await act()
    await eventually(async () => JSON.stringify(await chat(id)) !== before)
  })
}

async function uploadPhoto(api: ApiClient, bytes: Buffer) {
  const made = await api.photos.$post({
    json: { contentType: 'image/jpeg', contentLength: bytes.length },
    header: { 'idempotency-key': newKey() },
  })
  const { id, uploadUrl } = await made.json()
  await fetch(uploadUrl, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: new Uint8Array(bytes),
  })
  await api.photos[':id'].complete.$post({ param: { id } })
  await eventually(
    async () => (await (await api.photos.$get({ query: { ids: id } })).json()).items[0]?.state === 'ready',
  )
  return id
}

let board = await timed('npm start, cold (first ever)', () => startProcess(settings))
for (let round = 0; round < 5; round++) {
  await board.stop()
  board = await timed('npm start, warm', () => startProcess(settings))
}

try {
  for (const person of [people.karimjon, people.muhabbat])
    await post(`${sandbox}/client/messages`, { from: person, chatId: person, text: '/start' })
  for (let round = 0; round < rounds; round++) {
    if (round > 0) await sleep(pauseBetweenRounds)
    const picture = await jpeg(1600 + round, 1200)
    const [seller, moderator] = await Promise.all([as(people.karimjon), as(people.muhabbat)])
    const id = await timed('photo: upload until ready', () => uploadPhoto(seller, picture))
    await seller.draft.$put({ json: { draft: { ...cobalt, photoIds: [id] }, revision: 0 } })
    let adId = 0
    await untilChanged('group', 'send → moderators’ group', async () => {
      const sent = await seller.draft.submit.$post({
        json: { revision: 1 },
        header: { 'idempotency-key': newKey() },
      })
      adId = (await sent.json()).adId
    })
    const approve = () => moderator.moderation[':id'].approve.$post({ ...param(adId), json: { revision: 1 } })
    const seen = untilChanged(people.karimjon, 'approve → seller’s chat', async () => undefined)
    await untilChanged('channel', 'approve → channel post', approve)
    await seen
    const price = { kind: 'fixed' as const, amount: 9_900 + round, currency: 'USD' as const }
    await untilChanged('channel', 'new price → post edited', () =>
      seller.ads[':id'].$patch({ ...param(adId), json: { price, revision: 2 } }),
    )
    await untilChanged('channel', 'sold → post stamped', () =>
      seller.ads[':id'].sold.$post({ ...param(adId), json: { revision: 3 } }),
    )
    await untilChanged('channel', 'removed → post deleted', () =>
      seller.ads[':id'].remove.$post({ ...param(adId), json: { revision: 4 } }),
    )
    const form = new FormData()
    form.set('chat_id', String(people.karimjon))
    form.set('photo', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg')
    const token = '7000000001:sandbox-token-of-vodiy-bozor-0000000'
    await timed('one bare sendPhoto', async () => {
      const answer = await fetch(`${sandbox}/bot${token}/sendPhoto`, { method: 'POST', body: form })
      if (!answer.ok) throw new Error(`sendPhoto answered ${answer.status}`)
    })
  }
} finally {
  await board.stop()
  await rm(settings.DATA_DIR, { recursive: true, force: true })
}

const bare = median(figures['one bare sendPhoto'] ?? [])
for (const [what, values] of Object.entries(figures)) {
  const ms = median(values)
  console.log(
    `${what.padEnd(32)} ${ms.toFixed(0).padStart(6)} ms   ${(ms / bare).toFixed(1).padStart(6)} × one bare sendPhoto`,
  )
}
