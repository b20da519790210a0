import { createRoot, createSignal } from 'solid-js'
import { api, call, messageOf } from '#webapp/api.ts'
import { userKey } from '#webapp/drafts/person.ts'
import { createHearts } from '#webapp/favorites/hearts.ts'
import { readStored, store } from '#webapp/stored.ts'
import { haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

const one = (id: number) => ({ param: { id: String(id) } })
const key = userKey('saved-ads')
const ownKey = userKey('own-ads')

const [own, setOwn] = createSignal(readStored<number[]>(ownKey) ?? [])
/** Whether it is an ad of the person's own, as of when hearts were last asked for: nobody saves those. */
export const isOwn = (id: number): boolean => own().includes(id)

/** The hearts of the whole app; right from the first moment, as the phone remembers them. */
export const hearts = createRoot(() =>
  createHearts({
    async load() {
      const { ids, own } = await call(api.favorites.ids.$get())
      setOwn(own)
      store(ownKey, own)
      return ids
    },
    save: (id) => call(api.favorites[':id'].$put(one(id))),
    letGo: (id) => call(api.favorites[':id'].$delete(one(id))),
    kept: () => readStored<number[]>(key),
    keep: (ids) => store(key, ids),
    onRefused(error) {
      haptic('error')
      toast(messageOf(error))
    },
  }),
)
