import * as v from 'valibot'
import type { Deps } from '#server/deps.ts'
import { idsWhere, isForgotten, unsettledOf, uploadKey } from '#server/photos/queries.ts'
import { erasePhoto } from '#server/photos/verbs.ts'

const day = 24 * 60 * 60 * 1000
const batch = 200
const uuid = v.pipe(v.string(), v.uuid())

/**
 * Job `photos.sweep`: erases photos that a day after their creation are in no ad and no draft, photos of ads
 * removed 30 days ago, and originals that outlived their use.
 */
export async function sweepPhotos(deps: Pick<Deps, 'db' | 'storage'>, now = new Date()) {
  const before = new Date(now.getTime() - day)
  const photos = await sweepRows(deps, before, new Date(now.getTime() - 30 * day))
  const originals = await sweepOriginals(deps, before)
  return { photos, originals }
}

async function sweepRows(deps: Pick<Deps, 'db' | 'storage'>, orphansBefore: Date, removedBefore: Date) {
  const forgotten = isForgotten(deps.db, orphansBefore, removedBefore)
  let erased = 0
  for (;;) {
    const ids = await idsWhere(deps.db, forgotten, batch)
    const erasedBefore = erased
    for (const id of ids) if (await erasePhoto(deps, id, forgotten)) erased++
    if (ids.length < batch || erased === erasedBefore) return erased
  }
}

async function sweepOriginals({ db, storage }: Pick<Deps, 'db' | 'storage'>, before: Date) {
  const prefix = uploadKey('')
  let erased = 0
  const eraseUnneeded = async (keys: string[]) => {
    const idOf = (key: string) => key.slice(prefix.length)
    const needed = await unsettledOf(
      db,
      keys.map(idOf).filter((id) => v.is(uuid, id)),
    )
    const unneeded = keys.filter((key) => !needed.has(idOf(key)))
    await Promise.all(unneeded.map((key) => storage.delete(key)))
    erased += unneeded.length
  }
  let old: string[] = []
  for await (const { key, lastModified } of storage.list(prefix)) {
    if (lastModified < before) old.push(key)
    if (old.length < batch) continue
    await eraseUnneeded(old)
    old = []
  }
  await eraseUnneeded(old)
  return erased
}
