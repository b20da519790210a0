import { expect, test } from 'vitest'
import { NoAnswer, patientFetch } from '#webapp/patient-fetch.ts'

/** Answers in turn: a status, or a connection that breaks. */
function server(...answers: (number | 'broken')[]) {
  const asked: string[] = []
  const send = patientFetch({
    patienceMs: 20,
    pauseMs: 0,
    fetch: async (_, init) => {
      asked.push(init?.method ?? 'GET')
      const answer = answers[asked.length - 1]
      if (answer === 'broken') throw new TypeError('Failed to fetch')
      return new Response('{}', { status: answer as number })
    },
  })
  return { send, asked }
}

test('a GET whose connection broke is asked once more', async () => {
  const { send, asked } = server('broken', 200)
  expect((await send('/api/ads')).status).toBe(200)
  expect(asked).toHaveLength(2)
})

test('a GET that a gateway could not answer is asked once more, and only once', async () => {
  const { send, asked } = server(502, 503, 200)
  expect((await send('/api/ads')).status).toBe(503)
  expect(asked).toHaveLength(2)
})

test('an error of the board itself is an answer', async () => {
  const { send, asked } = server(500)
  expect((await send('/api/ads')).status).toBe(500)
  expect(asked).toHaveLength(1)
})

test('what changes something is never sent twice', async () => {
  const { send, asked } = server('broken', 200)
  await expect(send('/api/ads/5/sold', { method: 'POST' })).rejects.toBeInstanceOf(NoAnswer)
  expect(asked).toHaveLength(1)
})

test('an answer that does not come is not waited for for ever', async () => {
  const aborted: boolean[] = []
  const send = patientFetch({
    patienceMs: 5,
    pauseMs: 0,
    fetch: (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          aborted.push(true)
          reject(new DOMException('aborted', 'AbortError'))
        })
      }),
  })
  await expect(send('/api/me')).rejects.toBeInstanceOf(NoAnswer)
  expect(aborted).toEqual([true, true])
})
