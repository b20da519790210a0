import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { param } from '../ads.ts'
import { liveCars } from '../live-ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let buyer: ApiClient
beforeAll(async () => {
  world = await startWorld()
  buyer = world.as(people.dilnoza)
})
afterAll(() => world?.stop())

const cars = (...changes: Parameters<typeof liveCars>[1]) => liveCars(world, changes)
const cobalt = { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2020, mileage: 80_000 }
const similar = async (id: number) => (await buyer.ads[':id'].similar.$get(param(id))).json()
const idsOf = async (id: number) => (await similar(id)).items.map((ad) => ad.id)

describe('similar ads', () => {
  it('are of the same category and live, the most alike first, and never the ad itself', async () => {
    const far = { regionId: 'namangan', districtId: 'namangan.namangan-sh' }
    const [ad, dear, farAway, alike, sold, nexia, phone] = (await cars(
      {},
      { priceAmount: 90_000 },
      far,
      {},
      { state: 'sold' },
      { attributes: { ...cobalt, model: 'chevrolet-nexia3' } },
      { categoryId: 'phones.phones', attributes: {} },
    )) as [number, number, number, number, number, number, number]
    const ids = await idsOf(ad)
    expect(ids).toEqual([alike, farAway, nexia, dear])
    expect(ids).not.toContain(sold)
    expect(ids).not.toContain(phone)
  })

  it('of one that was sold are still shown; of one that waits there are none', async () => {
    const [sold, pending] = (await cars({ state: 'sold' }, { state: 'pending' })) as [number, number]
    expect(await idsOf(sold)).not.toHaveLength(0)
    expect((await buyer.ads[':id'].similar.$get(param(pending))).status).toBe(404)
  })

  it('are ten at most, each once', async () => {
    const [ad] = (await cars(...Array.from({ length: 15 }, () => ({})))) as [number]
    const ids = await idsOf(ad)
    expect(ids).toHaveLength(10)
    expect(new Set(ids).size).toBe(10)
  })
})

describe('where a price stands', () => {
  const others = people.ivan
  const tracker = { make: 'chevrolet', model: 'chevrolet-tracker', year: 2022, mileage: 40_000 }
  const prices = (...amounts: number[]) =>
    amounts.map((priceAmount) => ({ attributes: tracker, sellerId: others, priceAmount }))
  beforeAll(() => world.as(others).me.$get())

  it('is said only of eight prices of others', async () => {
    const [ad] = (await cars(
      { attributes: tracker },
      ...prices(11_000, 12_000, 13_000, 14_000, 15_000, 16_000, 17_000),
    )) as [number]
    expect((await similar(ad)).price).toBeNull()
    // One's own ads do not count.
    await cars({ attributes: tracker, priceAmount: 18_000 })
    expect((await similar(ad)).price).toBeNull()
    await cars(...prices(18_000))
    expect((await similar(ad)).price).toEqual({ position: 'cheap', count: 8 })
  })

  it('compares both currencies at the day’s rate, and only what is alike', async () => {
    const [usual, dear] = (await cars(
      { attributes: tracker, priceAmount: 14_500 * 12_000, priceCurrency: 'UZS' },
      { attributes: tracker, priceAmount: 30_000 },
      // Much older, much further driven, without a sum: not to be compared.
      ...[{ year: 2010 }, { mileage: 400_000 }].map((change) => ({
        attributes: { ...tracker, ...change },
        sellerId: others,
        priceAmount: 1,
      })),
      {
        attributes: tracker,
        sellerId: others,
        priceKind: 'negotiable',
        priceAmount: null,
        priceCurrency: null,
      },
    )) as [number, number]
    expect((await similar(usual)).price).toEqual({ position: 'usual', count: 8 })
    expect((await similar(dear)).price).toEqual({ position: 'dear', count: 8 })
  })

  it('is not said of what is described in the seller’s own words alone', async () => {
    const [ad] = (await cars(
      ...Array.from({ length: 10 }, (_, n) => ({
        categoryId: 'phones.phones',
        attributes: { brand: 'samsung', condition: 'good' },
        sellerId: n === 0 ? people.karimjon : others,
      })),
    )) as [number]
    expect((await similar(ad)).price).toBeNull()
  })
})
