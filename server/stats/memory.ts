/** Answers that are kept for so many milliseconds; a question that is under way is asked once. */
export function createMemory<T>(ms: number, clock = Date.now) {
  const kept = new Map<string, { answer: Promise<T>; until: number }>()
  return (key: string, read: () => Promise<T>): Promise<T> => {
    const known = kept.get(key)
    if (known && known.until > clock()) return known.answer
    const answer = read()
    kept.set(key, { answer, until: clock() + ms })
    answer.catch(() => kept.delete(key))
    return answer
  }
}
