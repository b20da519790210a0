import { createSignal, For, Show } from 'solid-js'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import { messageOf } from '#webapp/api.ts'
import { locale, t } from '#webapp/i18n.ts'
import { chooseDigest, chooseLocale, me } from '#webapp/session.ts'
import { type Erased, eraseMe } from '#webapp/settings/erase.ts'
import { close, confirm, haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Switch } from '#webapp/ui/Switch.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** Each language's name for itself, never translated. */
const names: Record<Locale, string> = { uz: 'Oʻzbekcha', 'uz-Cyrl': 'Ўзбекча', ru: 'Русский', en: 'English' }

/** The language, what the bot writes by itself, and being forgotten. */
export function SettingsScreen() {
  const [erased, setErased] = createSignal<Erased>()
  return (
    <Show when={erased()} fallback={<Choices onErased={setErased} />}>
      {(counts) => (
        <Page>
          <EmptyView
            icon="🍃"
            title={t('settings.erased')}
            text={t('settings.erased_text', { ...counts() })}
            action={{ text: t('app.close'), onClick: close }}
          />
        </Page>
      )}
    </Show>
  )
}

function Choices(props: { onErased: (erased: Erased) => void }) {
  const [erasing, setErasing] = createSignal(false)

  const choose = async (next: Locale) => {
    try {
      await chooseLocale(next)
      toast(t('settings.language_saved'))
    } catch (error) {
      toast(messageOf(error))
    }
  }

  async function erase() {
    const action = { text: t('settings.erase_yes'), destructive: true }
    if (erasing() || !(await confirm(t('settings.erase_text'), action))) return
    setErasing(true)
    try {
      props.onErased(await eraseMe())
      haptic('success')
    } catch (error) {
      toast(messageOf(error))
    } finally {
      setErasing(false)
    }
  }

  return (
    <Page back column title={t('settings.title')}>
      <Section header={t('settings.language')}>
        <For each={locales}>
          {(option) => (
            <Cell title={names[option]} selected={option === locale()} onClick={() => void choose(option)} />
          )}
        </For>
      </Section>
      <Show when={me()}>
        {(known) => (
          <Section footer={t('settings.digest_hint')}>
            <Switch
              label={t('settings.digest')}
              checked={known().user.digest}
              onChange={(on) => void chooseDigest(on).catch((error) => toast(messageOf(error)))}
            />
          </Section>
        )}
      </Show>
      <Section footer={t('settings.erase_hint')}>
        <Cell icon="🗑️" title={t('settings.erase')} danger onClick={() => void erase()} />
      </Section>
    </Page>
  )
}
