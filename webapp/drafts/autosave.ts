import type { PhotoView } from '#server/ads/views.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { emptyDraft, mergeDrafts, sameDraft } from '#webapp/drafts/merge.ts'

/** A draft as the server has it. */
export interface ServerDraft {
  draft: Draft | null
  revision: number
  /** The rejected ad that it mends. */
  adId: number | null
  photos: PhotoView[]
}
/** What is kept on the phone: the draft, and what the server last agreed to. */
export interface KeptDraft {
  draft: Draft
  agreed: Draft
  revision: number
  adId: number | null
}
/** `kept`: on this phone only, to be sent when the connection is back; `refused`: the server does not take it. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'kept' | 'refused'

/** The world outside; a rejection with the code `ads.changed` means that another device was faster. */
export interface Ports {
  get(): Promise<ServerDraft>
  put(draft: Draft, revision: number, leaving: boolean): Promise<{ revision: number }>
  read(): KeptDraft | undefined
  write(kept: KeptDraft): void
  /** Runs `task` after a while; returns how to call it off. */
  later(ms: number, task: () => void): () => void
}

const debounceMs = 600
const retryMs = 5000
const conflictsInARow = 5

/**
 * Keeps a draft on the phone at every change and on the server soon after. Offline it goes on and catches up;
 * when another device saved meanwhile, both sides are merged. `show` gets the draft whenever it changed from
 * outside, and every new state of saving.
 */
export function createAutosave(
  ports: Ports,
  show: { draft(draft: Draft, photos: readonly PhotoView[]): void; state(state: SaveState): void },
) {
  let { draft, agreed, revision, adId } = ports.read() ?? fresh()
  let cancel = () => {}
  let running: Promise<boolean> | undefined

  const keep = () => ports.write({ draft, agreed, revision, adId })
  const schedule = (ms: number) => {
    cancel()
    cancel = ports.later(ms, () => void flush())
  }

  function accept(theirs: ServerDraft) {
    const changedHere = !sameDraft(draft, agreed)
    if (!changedHere || (theirs.draft && theirs.adId !== adId)) draft = theirs.draft ?? emptyDraft
    // Without a draft there it was sent or thrown away elsewhere: what was typed here since is a new one.
    else if (theirs.draft) draft = mergeDrafts(agreed, draft, theirs.draft)
    agreed = theirs.draft ?? emptyDraft
    revision = theirs.revision
    adId = theirs.adId
    keep()
    show.draft(draft, theirs.photos)
  }

  /** Sends what the server does not have yet; resolves to whether it has everything now. */
  function flush(leaving = false): Promise<boolean> {
    cancel()
    running ??= send(leaving).finally(() => {
      running = undefined
    })
    return running
  }

  async function send(leaving: boolean): Promise<boolean> {
    for (let conflicts = 0; !sameDraft(draft, agreed); ) {
      const sent = draft
      show.state('saving')
      try {
        revision = (await ports.put(sent, revision, leaving)).revision
        agreed = sent
        keep()
      } catch (error) {
        const code = codeOf(error)
        if (code !== 'ads.changed' || ++conflicts > conflictsInARow) return giveUp(code)
        try {
          accept(await ports.get())
        } catch (reason) {
          return giveUp(codeOf(reason))
        }
      }
    }
    show.state('saved')
    return true
  }

  function giveUp(code: string): boolean {
    const refused = code === 'request.invalid' || code === 'request.too_large'
    show.state(refused ? 'refused' : 'kept')
    if (!refused) schedule(retryMs)
    return false
  }

  return {
    /** What the server and this phone agree upon: its revision is what is submitted. */
    revision: () => revision,
    adId: () => adId,
    draft: () => draft,

    change(next: Draft) {
      draft = next
      keep()
      if (sameDraft(draft, agreed)) return
      show.state('saving')
      schedule(debounceMs)
    },

    flush,

    /** Brings in what the server has, merged with what was changed here. Rejects when it cannot be asked. */
    async load() {
      await running
      accept(await ports.get())
      if (!sameDraft(draft, agreed)) void flush()
    },

    /** Takes a draft as the server just gave it, in place of what is here. */
    async replace(theirs: ServerDraft) {
      cancel()
      await running
      cancel()
      agreed = draft
      accept(theirs)
      show.state('idle')
    },
  }
}
export type Autosave = ReturnType<typeof createAutosave>

const fresh = (): KeptDraft => ({ draft: emptyDraft, agreed: emptyDraft, revision: 0, adId: null })
const codeOf = (error: unknown) => (error as { code?: string }).code ?? 'network'
