import type { PgBoss, Queue } from 'pg-boss'
import { askStillForSale } from '#server/ads/reminders.ts'
import { expireAds } from '#server/ads/verbs.ts'
import { resumeLost, sendAnnouncement } from '#server/announcements/send.ts'
import { alertAdmins } from '#server/bot/alert-admins.ts'
import { announceReport, showReport } from '#server/bot/announce-report.ts'
import { tellDigest } from '#server/bot/digest.ts'
import { tellAlerts } from '#server/bot/tell-alerts.ts'
import { tellPerson } from '#server/bot/tell-person.ts'
import { tellReporter } from '#server/bot/tell-reporter.ts'
import { tellSaver } from '#server/bot/tell-saver.ts'
import { tellSeller } from '#server/bot/tell-seller.ts'
import { sweepUpdates } from '#server/bot/updates.ts'
import { syncPost } from '#server/channel/sync.ts'
import { postNext } from '#server/channel/turn.ts'
import { checkChannels } from '#server/channels/check.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData, JobName } from '#server/jobs/queue.ts'
import { announceAd, showAd } from '#server/moderation/group.ts'
import { prepareAd } from '#server/moderation/prepare.ts'
import { endBans } from '#server/people/bans.ts'
import { indexPeople } from '#server/people/search.ts'
import { processPhoto } from '#server/photos/process.ts'
import { sweepPhotos } from '#server/photos/sweep.ts'
import { refreshRate } from '#server/rates/verbs.ts'
import { countNewWords, recountWords } from '#server/search/count-words.ts'
import { reindexAds } from '#server/search/reindex.ts'
import { planDailyAlerts } from '#server/searches/alerts.ts'
import { matchAd } from '#server/searches/match.ts'
import { recompileSearches } from '#server/searches/recompile.ts'
import { closeDays } from '#server/stats/board-days.ts'
import { planDigests } from '#server/stats/digest.ts'
import { finishErasing } from '#server/users/erase.ts'
import { renewMenu } from '#server/users/preferences.ts'

interface Job<N extends JobName> {
  run: (deps: Deps, data: JobData[N]) => Promise<unknown>
  /** Cron, UTC. */
  schedule?: string
  /** How many run at once in one process; 1 when absent. */
  concurrency?: number
  /** How long it may take; two minutes when absent. */
  expireInSeconds?: number
}

/** The one list of jobs. Each may run again after a crash, so each looks at the rows before it acts. */
const jobs: { [N in JobName]: Job<N> } = {
  'photos.process': { run: processPhoto, concurrency: 2 },
  'photos.sweep': { run: (deps) => sweepPhotos(deps), schedule: '17 * * * *' },
  'channel.sync': {
    run: (deps, data) => syncPost(deps, data, { probeDelay: deps.config.telegram.probeSeconds }),
    concurrency: 2,
  },
  'channel.next': {
    run: (deps, data) => postNext(deps, data, { probeDelay: deps.config.telegram.probeSeconds }),
    concurrency: 2,
  },
  'channels.check': { run: (deps) => checkChannels(deps), schedule: '*/10 * * * *' },
  'moderation.prepare': { run: prepareAd, concurrency: 2 },
  'moderation.announce': { run: announceAd },
  'moderation.show': { run: showAd },
  'reports.announce': { run: announceReport },
  'reports.show': { run: showReport },
  'reports.tell': { run: tellReporter },
  'ads.tell_seller': { run: tellSeller, concurrency: 2 },
  'favorites.tell': { run: tellSaver, concurrency: 2 },
  'announcements.send': { run: (deps, data) => sendAnnouncement(deps, data) },
  'announcements.resume': { run: (deps) => resumeLost(deps), schedule: '*/10 * * * *' },
  'admins.alert': { run: alertAdmins },
  'ads.expire': { run: expireAds, schedule: '*/5 * * * *' },
  // Nobody is asked at night: 04 to 15 UTC is 9 to 20 in Tashkent.
  'ads.ask': { run: (deps) => askStillForSale(deps), schedule: '*/10 4-14 * * *' },
  'digest.plan': { run: (deps) => planDigests(deps), schedule: '0 4 * * *' },
  'digest.tell': { run: tellDigest, concurrency: 2 },
  'bot.menu': { run: renewMenu },
  'people.tell': { run: tellPerson },
  'people.unban': { run: (deps) => endBans(deps), schedule: '*/5 * * * *' },
  'people.index': { run: indexPeople },
  'users.erase': { run: finishErasing },
  'rates.refresh': { run: refreshRate, schedule: '5 */3 * * *' },
  'words.count': { run: countNewWords, schedule: '*/2 * * * *' },
  'words.recount': { run: recountWords, schedule: '23 22 * * *', expireInSeconds: 60 * 60 },
  'search.reindex': { run: reindexAds },
  'searches.match': { run: matchAd },
  'searches.tell': { run: tellAlerts, concurrency: 2 },
  // At six in the evening in Tashkent, when people have time to look.
  'searches.plan': { run: (deps) => planDailyAlerts(deps), schedule: '0 13 * * *' },
  'searches.compile': { run: recompileSearches, schedule: '23 22 * * *' },
  // Just after midnight in Tashkent.
  'stats.close_days': { run: (deps) => closeDays(deps), schedule: '7 19 * * *' },
  'updates.sweep': { run: sweepUpdates, schedule: '41 3 * * *' },
}
export const jobNames = Object.keys(jobs) as JobName[]

const queue = {
  notify: true,
  retryLimit: 8,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 120,
  // A killed server's jobs are taken up again when their heart has not beaten this long.
  heartbeatSeconds: 10,
  deleteAfterSeconds: 3 * 24 * 60 * 60,
} satisfies Omit<Queue, 'name'>

/** Runs one job and logs one line about it; the error goes on to the queue, which tries again. */
export async function runJob<N extends JobName>(deps: Deps, name: N, data: JobData[N]) {
  const started = performance.now()
  const ms = () => Math.round(performance.now() - started)
  try {
    await jobs[name].run(deps, data)
    deps.log.info({ job: name, data, ms: ms() }, 'job')
  } catch (err) {
    deps.log.error({ job: name, data, ms: ms(), err }, 'job failed')
    throw err
  }
}

/** Makes the queues and their schedules, then starts to work on them. */
export async function startJobs(deps: Deps, boss: PgBoss) {
  await Promise.all(
    jobNames.map(async (name) => {
      const { schedule, expireInSeconds = queue.expireInSeconds } = jobs[name]
      await boss.createQueue(name, { ...queue, expireInSeconds })
      if (schedule) await boss.schedule(name, schedule)
    }),
  )
  for (const name of jobNames)
    await boss.work<JobData[typeof name]>(
      name,
      {
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 2,
        localConcurrency: jobs[name].concurrency ?? 1,
      },
      async (batch) => {
        for (const job of batch) await runJob(deps, name, job.data)
      },
    )
}
