import type { Page } from 'playwright-core'

/** One event of Chromium's trace; times in microseconds, `tdur` is what the thread itself worked. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args: { name?: string; data?: { functionName?: string; url?: string; type?: string } }
}
type Span = TraceEvent & { dur: number }

const overMs = 50
const mainThread = 'CrRendererMain'

/**
 * Records what holds up the page's main thread. `stop` tells the tasks over 50 ms twice: by the clock, as a person
 * feels them, and by the time that the thread worked, without what this machine did for others meanwhile. Do not
 * look at the page in between: looking is a task too.
 */
export async function recordLongTasks(page: Page) {
  const browser = page.context().browser()
  if (!browser) throw new Error('only a launched browser can be traced')
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'],
  })
  return async function stop(): Promise<string> {
    const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
    const spans = ofBusiestThread(traceEvents)
    const tasks = spans.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
    const over = tasks.filter((task) => worked(task) > overMs * 1000)
    return [
      `by the clock ${told(tasks.map(({ dur }) => dur))}`,
      `by the time worked ${told(tasks.map(worked))}`,
      ...over.map((task) => `  ${ms(worked(task))} ms: ${partsOf(task, spans)}`),
    ].join('\n')
  }
}

const worked = ({ dur, tdur }: Span) => tdur ?? dur
const ms = (microseconds: number) => Math.round(microseconds / 1000)

function told(durations: readonly number[]) {
  const over = durations.filter((duration) => duration > overMs * 1000)
  return `${over.length} tasks over ${overMs} ms, the longest ${ms(Math.max(0, ...durations))} ms, ${ms(over.reduce((sum, duration) => sum + duration, 0))} ms in all`
}

/** All that one renderer's main thread did, in order, outer before inner. */
function ofBusiestThread(events: readonly TraceEvent[]): Span[] {
  const threads = events.filter(({ ph, args }) => ph === 'M' && args.name === mainThread)
  const [busiest = []] = threads
    .map(({ pid, tid }) =>
      events.filter(
        (event): event is Span => event.pid === pid && event.tid === tid && event.dur !== undefined,
      ),
    )
    .sort((a, b) => b.length - a.length)
  return busiest.sort((a, b) => a.ts - b.ts || b.dur - a.dur)
}

/** What a task worked at, most first: "Layout 23, onprogress in transport-CHld.js 20"; what is 1 ms or less is left out. */
function partsOf(task: Span, spans: readonly Span[]): string {
  const own = new Map<string, number>()
  const add = (name: string, time: number) => own.set(name, (own.get(name) ?? 0) + time)
  const open: { name: string; end: number }[] = []
  for (const span of spans) {
    const end = span.ts + span.dur
    if (span === task || span.ts < task.ts || end > task.ts + task.dur) continue
    while ((open.at(-1)?.end ?? Infinity) <= span.ts) open.pop()
    const outer = open.at(-1)
    if (outer) add(outer.name, -worked(span))
    add(nameOf(span), worked(span))
    open.push({ name: nameOf(span), end })
  }
  const most = [...own].filter(([, time]) => time > 1000).sort(([, a], [, b]) => b - a)
  return most
    .slice(0, 4)
    .map(([name, time]) => `${name} ${ms(time)}`)
    .join(', ')
}

function nameOf({ name, args: { data } }: Span): string {
  if (name === 'EventDispatch') return `${data?.type ?? 'event'} event`
  if (name !== 'FunctionCall') return name
  return `${data?.functionName || 'function'} in ${data?.url?.split('/').at(-1) || 'the browser'}`
}
