import { Show } from 'solid-js'
import { formatDate, t } from '#webapp/i18n.ts'
import { me } from '#webapp/session.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/**
 * Tells somebody banned that, why and until when, and what they still may; nothing for everybody else. `titled`: the
 * screen's title says already that they are banned.
 */
export function BanSection(props: { titled?: boolean }) {
  const ban = () => me()?.ban ?? undefined
  const reason = () => t('ban.reason', { reason: t(`ban.${ban()?.reason ?? 'other'}`) })
  const term = () => {
    const until = ban()?.until
    return until ? t('ban.until', { date: formatDate(until) }) : t('ban.forever')
  }
  return (
    <Show when={ban()}>
      <Section footer={t('app.banned_may')}>
        <Cell
          icon="🚫"
          title={props.titled ? reason() : t('ban.title')}
          subtitle={
            <>
              <Show when={!props.titled}>
                {reason()}
                <br />
              </Show>
              <Show when={ban()?.note}>
                {(note) => (
                  <>
                    {note()}
                    <br />
                  </>
                )}
              </Show>
              {term()}
            </>
          }
        />
      </Section>
    </Show>
  )
}
