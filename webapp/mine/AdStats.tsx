import { createResource, For, Show } from 'solid-js'
import { formatDate, t } from '#webapp/i18n.ts'
import { type AdDays, loadDays } from '#webapp/mine/queries.ts'
import { barsOf, totalsOf } from '#webapp/mine/stats.ts'
import { knownOf } from '#webapp/ui/known.ts'
import { Section } from '#webapp/ui/Section.tsx'
import './ad-stats.css'

/** How many looked at an ad, asked for the number and saved it, in all and by day; nothing at all while it is not known. */
export function AdStats(props: { adId: number }) {
  const [days] = createResource(() => props.adId, loadDays)
  const known = () => knownOf(days)
  return <Show when={known()}>{(loaded) => <Numbers days={loaded()} />}</Show>
}

type Counts = ReturnType<typeof totalsOf>
const sumOf = ({ views, contacts, favorites }: Counts) => views + contacts + favorites

function Numbers(props: { days: AdDays }) {
  const totals = () => totalsOf(props.days)
  return (
    <Section header={t('mine.stats')}>
      <div class="ad-stats">
        <Show when={sumOf(totals()) > 0} fallback={<p>{t('mine.stats_none')}</p>}>
          <dl class="ad-stats__totals">
            <Total kind="views" name={t('mine.stats_views')} count={totals().views} />
            <Total kind="contacts" name={t('mine.stats_contacts')} count={totals().contacts} />
            <Total kind="favorites" name={t('mine.stats_favorites')} count={totals().favorites} />
          </dl>
          <Chart days={props.days} label={t('mine.stats_chart', totals())} />
          <Table days={props.days} />
        </Show>
      </div>
    </Section>
  )
}

const Total = (props: { kind: keyof Counts; name: string; count: number }) => (
  <div class={`ad-stats__total ad-stats__total--${props.kind}`}>
    <dt>{props.name}</dt>
    <dd>{props.count}</dd>
  </div>
)

const size = { width: 300, height: 72 }

/** One bar a day: who looked, and before it, on the same scale, who asked for the number and who saved it. */
const Chart = (props: { days: AdDays; label: string }) => (
  <svg
    class="ad-stats__chart"
    viewBox={`0 0 ${size.width} ${size.height}`}
    preserveAspectRatio="none"
    role="img"
    aria-label={props.label}
  >
    <For each={barsOf(props.days, size)}>
      {(bar) => (
        <>
          <rect
            class="ad-stats__views"
            x={bar.x}
            width={bar.width}
            y={bar.views.y}
            height={bar.views.height}
          />
          <rect
            class="ad-stats__contacts"
            x={bar.x}
            width={bar.width / 2}
            y={bar.contacts.y}
            height={bar.contacts.height}
          />
          <rect
            class="ad-stats__favorites"
            x={bar.x + bar.width / 2}
            width={bar.width / 2}
            y={bar.favorites.y}
            height={bar.favorites.height}
          />
        </>
      )}
    </For>
  </svg>
)

/** The same in numbers, for who wants them or cannot see the bars; the newest day first. */
const Table = (props: { days: AdDays }) => (
  <details class="ad-stats__details">
    <summary>{t('mine.stats_table')}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">{t('mine.stats_day')}</th>
          <th scope="col">{t('mine.stats_views')}</th>
          <th scope="col">{t('mine.stats_contacts')}</th>
          <th scope="col">{t('mine.stats_favorites')}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.days.filter((day) => sumOf(day) > 0).reverse()}>
          {(each) => (
            <tr>
              <th scope="row">{formatDate(`${each.day}T00:00`)}</th>
              <td>{each.views}</td>
              <td>{each.contacts}</td>
              <td>{each.favorites}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </details>
)
