/** No answer came: no connection, a broken one, or none within the time allowed. */
export class NoAnswer extends Error {}

interface Options {
  fetch: typeof fetch
  /** How long one try may take. */
  patienceMs: number
  /** The pause before the second try. */
  pauseMs: number
}

/**
 * `fetch` for a phone outdoors: it gives up after a while, and a GET that got no answer or a gateway's error (502 and
 * above) is tried once more. Throws `NoAnswer`.
 */
export function patientFetch({ fetch, patienceMs, pauseMs }: Options) {
  async function attempt(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), patienceMs)
    try {
      return await fetch(input, { ...init, signal: abort.signal })
    } catch (cause) {
      throw new NoAnswer('no answer', { cause })
    } finally {
      clearTimeout(timer)
    }
  }
  return async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const repeatable = (init?.method ?? 'GET') === 'GET'
    const first = await attempt(input, init).catch((error: NoAnswer) => error)
    const answered = first instanceof Response
    if (answered && (!repeatable || first.status < 502)) return first
    if (!repeatable) throw first
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    return attempt(input, init)
  }
}
