import { createSignal } from 'solid-js'
import { differing, rebase, type Typed, type Unsaved } from '#webapp/staff/typed.ts'
import { unsavedOf, useUnsavedGuard } from '#webapp/staff/unsaved.ts'

/**
 * Fields over something that others may change too: what is typed stays typed, whatever they make of it, also when the
 * app is ended; `name` is what it is kept under, `first` how it stands now.
 */
export function createTypedForm(name: string, first: Typed) {
  const kept = unsavedOf<Unsaved>(name) ?? { typed: first, before: first }
  const begun = rebase(kept.typed, kept.before, first)
  const [base, setBase] = createSignal(first)
  const [typed, setTyped] = createSignal(begun.typed)
  const [problems, setProblems] = createSignal<Typed>({})
  const [clashes, setClashes] = createSignal(begun.clashes)
  const isDirty = () => differing(typed(), base()).length > 0
  useUnsavedGuard(name, () => (isDirty() ? { typed: typed(), before: base() } : undefined))

  return {
    typed,
    isDirty,
    /** What the server finds wrong, by path. */
    problems,
    setProblems,
    /** What somebody else has made of a field that was changed here too, by path. */
    clashes,
    base,

    /** Undefined takes a field out. */
    set(path: string, text: string | undefined) {
      const { [path]: _, ...others } = typed()
      setTyped(text === undefined ? others : { ...others, [path]: text })
      for (const marks of [setProblems, setClashes]) marks(({ [path]: _mended, ...rest }) => rest)
    },

    /** Others have made this of it: it comes beneath what was typed. */
    overtake(theirs: Typed) {
      const merged = rebase(typed(), base(), theirs)
      setBase(theirs)
      setTyped(merged.typed)
      setClashes(merged.clashes)
    },

    /** `sent` is saved, and stands as `saved` says; what was typed meanwhile stays typed. */
    settle(sent: Typed, saved: Typed = sent) {
      setBase(saved)
      setTyped(rebase(typed(), sent, saved).typed)
      setClashes({})
    },

    /** Other values in all fields. */
    fill: setTyped,
  }
}
