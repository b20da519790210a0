import { randomUUID } from 'node:crypto'
import { hc } from 'hono/client'
import type { App } from '#server/app.ts'
import type { LaunchResponse } from '#server/sandbox/telegram/protocol.ts'
import {
  live,
  moderator,
  type Offer,
  refusal,
  refused,
  sellers,
  soldTitle,
  unfinished,
  waiting,
} from './offers.ts'
import { drawScene, type SceneName } from './scenes.ts'

export interface Addresses {
  /** Of the API and the Mini App. */
  board: string
  sandbox: string
}

/** The API as this person, with init data that the sandbox signs. */
async function apiAs({ board, sandbox }: Addresses, personId: number) {
  const launched = await fetch(`${sandbox}/client/launch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: personId, kind: 'link', theme: {} }),
  })
  const { url } = (await launched.json()) as LaunchResponse
  const initData = new URLSearchParams(new URL(url).hash.slice(1)).get('tgWebAppData')
  return hc<App>(board, { headers: { Authorization: `tma ${initData}` } }).api
}
type Api = Awaited<ReturnType<typeof apiAs>>

/** Uploads a scene as the Mini App does: a place is promised, the bytes go to storage, then all is there. */
async function upload(api: Api, name: SceneName): Promise<string> {
  const bytes = await drawScene(name)
  const contentType = 'image/jpeg'
  const promised = await api.photos.$post({
    json: { contentType, contentLength: bytes.length },
    header: { 'idempotency-key': randomUUID() },
  })
  const { id, uploadUrl } = await bodyOf(promised, `a photo of ${name}`)
  const put = await fetch(uploadUrl, {
    method: 'PUT',
    headers: { 'content-type': contentType },
    body: new Uint8Array(bytes),
  })
  if (!put.ok) throw new Error(`storage refused ${name}: ${put.status}`)
  await bodyOf(await api.photos[':id'].complete.$post({ param: { id } }), `completing ${name}`)
  await until(async () => {
    const { items } = await bodyOf(await api.photos.$get({ query: { ids: id } }), name)
    return items[0]?.state === 'ready'
  }, `${name} to be looked at`)
  return id
}

/** Puts an offer into the seller's draft, with its photos in storage; answers the draft's revision. */
async function prepare(api: Api, { pictures, draft }: Offer): Promise<number> {
  const photoIds: string[] = []
  for (const picture of pictures) photoIds.push(await upload(api, picture))
  const { revision } = await bodyOf(await api.draft.$get(), 'the draft')
  const saved = await api.draft.$put({ json: { draft: { ...draft, photoIds }, revision } })
  return (await bodyOf(saved, `the draft of ${draft.title}`)).revision
}

async function send(api: Api, offer: Offer): Promise<number> {
  const revision = await prepare(api, offer)
  const sent = await api.draft.submit.$post({
    json: { revision },
    header: { 'idempotency-key': randomUUID() },
  })
  return (await bodyOf(sent, `sending ${offer.draft.title}`)).adId
}

/**
 * Fills the board through its API: ads on it and in the channel, one sold, one sent back, some that wait, and one that
 * is not sent yet. Answers the ads' ids by title.
 */
export async function fillMarket(addresses: Addresses): Promise<ReadonlyMap<string, number>> {
  const apis = new Map<number, Api>()
  for (const id of [...Object.values(sellers), moderator]) {
    await greet(addresses, id)
    const api = await apiAs(addresses, id)
    await bodyOf(await api.me.$patch({ json: { locale: 'uz' } }), 'the language')
    apis.set(id, api)
  }
  const of = ({ seller }: Offer) => apis.get(sellers[seller]) as Api
  const desk = (apis.get(moderator) as Api).moderation[':id']
  const ids = new Map<string, number>()
  const sendIn = async (offer: Offer) => {
    const id = await send(of(offer), offer)
    ids.set(offer.draft.title ?? '', id)
    return { id: String(id) }
  }

  for (const offer of live) {
    const param = await sendIn(offer)
    const { title } = offer.draft
    await bodyOf(await desk.approve.$post({ param, json: { revision: 1 } }), `approving ${title}`)
    const look = async () => bodyOf(await of(offer).ads[':id'].$get({ param }), `looking at ${title}`)
    await until(async () => (await look()).post !== null, `the post of ${title}`)
    if (title !== soldTitle) continue
    const { revision } = await look()
    await bodyOf(await of(offer).ads[':id'].sold.$post({ param, json: { revision } }), `selling ${title}`)
  }
  const back = await desk.reject.$post({ param: await sendIn(refused), json: { revision: 1, ...refusal } })
  await bodyOf(back, 'sending back')
  for (const offer of waiting) await sendIn(offer)
  await prepare(of(unfinished), unfinished)
  return ids
}

/** Presses Start, so that the bot may write to the person. */
const greet = ({ sandbox }: Addresses, from: number) =>
  fetch(`${sandbox}/client/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from, chatId: from, text: '/start' }),
  })

async function bodyOf<T>(
  response: { ok: boolean; status: number; json(): Promise<T>; text(): Promise<string> },
  what: string,
): Promise<Exclude<T, { error: unknown }>> {
  if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Exclude<T, { error: unknown }>
}

async function until(happened: () => Promise<boolean>, what: string, seconds = 30): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
