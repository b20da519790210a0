import * as v from 'valibot'
import type { Problem, Problems } from '#shared/errors.ts'

/** A schema's message that is a problem to be shown beside the field; `problemsOf` reads it. */
export const says = (problem: Problem): string => JSON.stringify(problem)

/** Field path (`suspiciousWords.3`, `openAds.all`) → what is wrong with it. */
export const problemsOf = (issues: readonly v.BaseIssue<unknown>[]): Problems =>
  Object.fromEntries(issues.map((issue) => [v.getDotPath(issue as never) ?? '', problemOf(issue)]))

function problemOf({ message, received }: v.BaseIssue<unknown>): Problem {
  if (message.startsWith('{')) return JSON.parse(message) as Problem
  return { code: received === 'undefined' ? 'required' : 'option' }
}
