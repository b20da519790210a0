import { randomBytes } from 'node:crypto'
import type { OpenAdsLimits } from '#shared/ads/places.ts'
import type { Draft } from '#shared/ads/schema.ts'
import type { ApiClient } from './people.ts'

/** How many open ads the boards of tests let a person have. */
export const openAds: OpenAdsLimits = {
  all: 50,
  category: 20,
  categories: { lost: 5, jobs: 10, business: 10 },
}

export const newKey = () => randomBytes(12).toString('hex')

/** A complete draft that needs no photo: a tractor driver offers to plough. */
export const plough: Draft = {
  categoryId: 'services.machines',
  attributes: { kind: 'plough', pricePer: 'hour', machine: 'MTZ-80' },
  title: 'Yer haydayman, MTZ-80',
  description: 'Asaka va atrofida. Yonilgʻi oʻzimdan.',
  price: { kind: 'fixed', amount: 11_500, currency: 'USD' },
  districtId: 'andijon.asaka',
  mahalla: 'Navbahor',
  contact: { name: 'Karimjon', phone: '+998 90 123-45-67', telegram: true },
  photoIds: [],
}

/** A complete draft of a car but for its photos. */
export const cobalt: Draft = {
  ...plough,
  categoryId: 'transport.cars',
  attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2021, mileage: 87_000 },
  title: 'Cobalt 2021, oq, ideal',
  description: 'Bir qoʻlda haydalgan. Kraska toza.',
}

/** Saves a draft over whatever there is and sends it; answers the new ad's id. */
export async function submit(api: ApiClient, draft: Draft = plough, key = newKey()) {
  const { revision: before } = await (await api.draft.$get()).json()
  const saved = await api.draft.$put({ json: { draft, revision: before } })
  const { revision } = await saved.json()
  const sent = await api.draft.submit.$post({ json: { revision }, header: { 'idempotency-key': key } })
  if (!sent.ok) throw new Error(`submit answered ${sent.status}: ${await sent.text()}`)
  return (await sent.json()).adId
}

export const param = (id: number) => ({ param: { id: String(id) } })

/** Sends and approves; answers the live ad as its seller sees it. */
export async function publish(seller: ApiClient, moderator: ApiClient, draft: Draft = plough) {
  const id = await submit(seller, draft)
  const approved = await moderator.moderation[':id'].approve.$post({ ...param(id), json: { revision: 1 } })
  if (!approved.ok) throw new Error(`approve answered ${approved.status}: ${await approved.text()}`)
  return (await seller.ads[':id'].$get(param(id))).json()
}

/** Waits until `read` answers something; fails after `seconds`. */
export async function eventually<T>(
  read: () => T | undefined | false | Promise<T | undefined | false>,
  seconds = 15,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const value = await read()
    if (value) return value
    if (Date.now() > deadline) throw new Error(`nothing after ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
