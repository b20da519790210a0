import { For } from 'solid-js'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import { messageOf } from '#webapp/api.ts'
import { locale, t } from '#webapp/i18n.ts'
import { chooseLocale } from '#webapp/session.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** Each language's name for itself, never translated. */
const names: Record<Locale, string> = { uz: 'Oʻzbekcha', 'uz-Cyrl': 'Ўзбекча', ru: 'Русский', en: 'English' }

async function choose(next: Locale) {
  try {
    await chooseLocale(next)
    toast(t('settings.language_saved'))
  } catch (error) {
    toast(messageOf(error))
  }
}

export const SettingsScreen = () => (
  <Page back title={t('settings.language')}>
    <Section>
      <For each={locales}>
        {(option) => (
          <Cell title={names[option]} selected={option === locale()} onClick={() => void choose(option)} />
        )}
      </For>
    </Section>
  </Page>
)
