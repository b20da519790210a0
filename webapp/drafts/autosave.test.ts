import { describe, expect, it } from 'vitest'
import type { Draft } from '#shared/ads/schema.ts'
import { createAutosave, type KeptDraft, type SaveState, type ServerDraft } from './autosave.ts'
import { emptyDraft } from './merge.ts'

const settled = async () => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}
const titled = (title: string, more: Partial<Draft> = {}): Draft => ({ ...emptyDraft, title, ...more })
const error = (code: string) => Object.assign(new Error(code), { code })

/** A server that keeps one draft with a revision, and a phone that keeps one too. */
function world(kept?: KeptDraft) {
  const server: ServerDraft & { fault?: string; puts: Draft[] } = {
    draft: null,
    revision: 0,
    adId: null,
    photos: [],
    puts: [],
  }
  let stored = kept
  let due: (() => void) | undefined
  const shown: { draft?: Draft; states: SaveState[] } = { states: [] }
  const open = () =>
    createAutosave(
      {
        async get() {
          if (server.fault) throw error(server.fault)
          return { ...server }
        },
        async put(draft, revision) {
          if (server.fault) throw error(server.fault)
          if (revision !== server.revision) throw error('ads.changed')
          server.puts.push(draft)
          server.draft = draft
          return { revision: ++server.revision }
        },
        read: () => stored,
        write: (next) => {
          stored = next
        },
        later: (_ms, task) => {
          due = task
          return () => {
            if (due === task) due = undefined
          }
        },
      },
      {
        draft: (draft) => {
          shown.draft = draft
        },
        state: (state) => shown.states.push(state),
      },
    )
  return {
    server,
    shown,
    open,
    kept: () => stored,
    waiting: () => due !== undefined,
    async passTime() {
      const task = due
      due = undefined
      task?.()
      await settled()
    },
  }
}

describe('typing', () => {
  it('is kept on the phone at once and on the server after a pause, once', async () => {
    const { open, kept, server, passTime, shown } = world()
    const saver = open()
    for (const title of ['S', 'Si', 'Sigir']) saver.change(titled(title))
    expect(kept()?.draft.title).toBe('Sigir')
    expect(server.puts).toEqual([])
    await passTime()
    expect(server.puts).toEqual([titled('Sigir')])
    expect(shown.states.slice(-1)).toEqual(['saved'])
    expect(kept()?.agreed.title).toBe('Sigir')
  })

  it('while a save is on its way is saved after it', async () => {
    const { open, server } = world()
    const saver = open()
    saver.change(titled('Si'))
    const saved = saver.flush()
    saver.change(titled('Sigir'))
    await saved
    expect(server.puts.map(({ title }) => title)).toEqual(['Si', 'Sigir'])
    expect(saver.revision()).toBe(2)
  })
})

describe('offline', () => {
  it('everything stays on the phone, is said to be there, and arrives later', async () => {
    const { open, server, shown, passTime, waiting } = world()
    const saver = open()
    server.fault = 'network'
    saver.change(titled('Sigir'))
    expect(await saver.flush()).toBe(false)
    expect(shown.states.slice(-1)).toEqual(['kept'])
    expect(waiting()).toBe(true)
    delete server.fault
    await passTime()
    expect(server.draft?.title).toBe('Sigir')
  })

  it('what was typed before the app was killed is there again and is sent', async () => {
    const first = world()
    first.server.fault = 'network'
    first.open().change(titled('Sigir'))
    const second = world(first.kept())
    const saver = second.open()
    expect(saver.draft().title).toBe('Sigir')
    await saver.load()
    await settled()
    expect(second.server.draft?.title).toBe('Sigir')
  })

  it('a draft the server does not take is not sent again and again', async () => {
    const { open, server, shown, waiting } = world()
    const saver = open()
    server.fault = 'request.invalid'
    saver.change(titled('x'.repeat(2000)))
    expect(await saver.flush()).toBe(false)
    expect(shown.states.slice(-1)).toEqual(['refused'])
    expect(waiting()).toBe(false)
  })
})

describe('another device', () => {
  it('saved meanwhile: both answers are there in the end, and shown', async () => {
    const { open, server, shown } = world()
    const saver = open()
    saver.change(titled('Sigir'))
    await saver.flush()
    server.draft = { ...titled('Sigir'), mahalla: 'Bogʻi' }
    server.revision++
    saver.change(titled('Sogʻin sigir'))
    expect(await saver.flush()).toBe(true)
    expect(server.draft).toEqual({ ...titled('Sogʻin sigir'), mahalla: 'Bogʻi' })
    expect(shown.draft).toEqual(server.draft)
  })

  it('sent the ad: this one starts empty, unless something was typed here since', async () => {
    for (const typed of [false, true]) {
      const { open, server, shown } = world()
      const saver = open()
      saver.change(titled('Sigir'))
      await saver.flush()
      if (typed) saver.change(titled('Sigir va buzoq'))
      Object.assign(server, { draft: null, revision: 0 })
      await saver.load()
      expect(shown.draft).toEqual(typed ? titled('Sigir va buzoq') : emptyDraft)
    }
  })

  it('began to mend another ad: its draft is shown, the two are not mixed', async () => {
    const { open, server, shown } = world()
    const saver = open()
    saver.change(titled('Sigir'))
    Object.assign(server, { draft: titled('Cobalt'), revision: 3, adId: 7 })
    await saver.load()
    expect(shown.draft).toEqual(titled('Cobalt'))
    expect(saver.adId()).toBe(7)
  })
})

it('replacing a draft calls off what was still to be saved', async () => {
  const { open, server, waiting } = world()
  const saver = open()
  saver.change(titled('Sigir'))
  await saver.replace({ draft: null, revision: 0, adId: null, photos: [] })
  expect(waiting()).toBe(false)
  expect(saver.draft()).toEqual(emptyDraft)
  expect(await saver.flush()).toBe(true)
  expect(server.puts).toEqual([])
})
