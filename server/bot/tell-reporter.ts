import { GrammyError } from 'grammy'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { giveBackOutcomes, takeOutcomes } from '#server/reports/settle.ts'
import { findUser, localeOfUser, setReachable } from '#server/users/queries.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { reportStates } from '#shared/reports/schema.ts'
import { failureOf, isUnreachable } from './failure.ts'

/** As many ads are named for each outcome; a message has its limit. */
const named = 10

/**
 * Job `reports.tell`: one message to a person about all that was decided upon what they reported. It is taken first and
 * given back when Telegram surely has not got the message, so nobody is told twice.
 */
export async function tellReporter(deps: Deps, data: JobData['reports.tell']) {
  const { db, telegram, jobs, log } = deps
  const { userId } = data
  const user = await findUser(db, userId)
  if (!user || user.unreachableAt) return
  const outcomes = await takeOutcomes(db, userId)
  if (outcomes.length === 0) return
  try {
    await telegram.sendMessage(userId, wordsFor(outcomes, localeOfUser(user)))
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused') {
      if (isUnreachable(failure)) await setReachable(db, userId, false)
      else log.error({ userId, failure }, 'what became of reports could not be told')
    } else if (failure.kind === 'uncertain' && !(error instanceof GrammyError)) {
      log.warn({ userId, failure }, 'whether it was told what became of reports is not known')
    } else {
      await giveBackOutcomes(db, outcomes)
      if (failure.kind !== 'limited') throw error
      await jobs.enqueue(db, 'reports.tell', data, { delay: failure.seconds })
    }
  }
}

function wordsFor(outcomes: Awaited<ReturnType<typeof takeOutcomes>>, locale: Locale): string {
  const t = botTexts(locale)
  const paragraphs = reportStates.flatMap((state) => {
    const titles = outcomes
      .filter((outcome) => outcome.state === state)
      .map(({ title }) => `• ${asPlain(title)}`)
    if (state === 'open' || titles.length === 0) return []
    const more = titles.length > named ? ['…'] : []
    return [[t(`bot.report_${state}`), ...titles.slice(0, named), ...more].join('\n')]
  })
  return paragraphs.join('\n\n')
}
