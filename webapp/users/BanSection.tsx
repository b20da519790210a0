import { Show } from 'solid-js'
import { formatDate, t } from '#webapp/i18n.ts'
import { me } from '#webapp/session.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** Tells somebody banned that, why and until when, and what they still may; nothing for everybody else. */
export const BanSection = () => (
  <Show when={me()?.ban}>
    {(ban) => (
      <Section footer={t('app.banned_may')}>
        <Cell
          icon="🚫"
          title={t('ban.title')}
          subtitle={
            <>
              {t('ban.reason', { reason: t(`ban.${ban().reason}`) })}
              <Show when={ban().note}>
                {(note) => (
                  <>
                    <br />
                    {note()}
                  </>
                )}
              </Show>
              <br />
              {ban().until ? t('ban.until', { date: formatDate(ban().until as string) }) : t('ban.forever')}
            </>
          }
        />
      </Section>
    )}
  </Show>
)
