import { api, call } from '#webapp/api.ts'
import { forgetAll } from '#webapp/photos/transport.ts'

const request = () => call(api.me.$delete())
export type Erased = Awaited<ReturnType<typeof request>>

/**
 * Has the board forget the person, and this phone too. Nothing is asked of the board afterwards: whoever asks
 * something is known to it again.
 */
export async function eraseMe(): Promise<Erased> {
  const erased = await request()
  await forgetAll()
  try {
    localStorage.clear()
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  return erased
}
