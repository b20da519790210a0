/** Lets tasks of one key follow each other in the order they came, those of different keys run side by side. */
export interface Turns {
  /** Resolves when the task is done; the task must not throw. */
  take(key: string, task: () => Promise<void>): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>()
  return {
    take(key, task) {
      const turn = (last.get(key) ?? Promise.resolve()).then(task)
      last.set(key, turn)
      return turn.finally(() => {
        if (last.get(key) === turn) last.delete(key)
      })
    },
    async idle() {
      while (last.size > 0) await Promise.allSettled(last.values())
    },
  }
}
