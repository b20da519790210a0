import { createResource, createSignal, Match, Switch, untrack } from 'solid-js'
import { withoutRepeated, wordList } from '#shared/moderation/word-list.ts'
import { ApiError, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/staff/i18n.ts'
import { AddWords } from '#webapp/staff/settings/AddWords.tsx'
import { BuiltInWords } from '#webapp/staff/settings/BuiltInWords.tsx'
import { loadSettings, type Shown, saveSettings } from '#webapp/staff/settings/queries.ts'
import { TryWords } from '#webapp/staff/settings/TryWords.tsx'
import { WordRows } from '#webapp/staff/settings/WordRows.tsx'
import { mergeWords } from '#webapp/staff/settings/words.ts'
import { unsavedOf, useUnsavedGuard } from '#webapp/staff/unsaved.ts'
import { haptic } from '#webapp/telegram.ts'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './board.css'
import { knownOf } from '#webapp/ui/known.ts'
import './words.css'

/** The words that moderators are warned of: added many at once, searched, tried. */
export default function WordsScreen() {
  const [first, { refetch }] = createResource(loadSettings)
  return (
    <Switch
      fallback={
        <Page back column title={t('words.title')}>
          <div class="board__waiting">
            <Skeleton height={320} radius={12} />
          </div>
        </Page>
      }
    >
      <Match when={first.error}>
        <Page back column title={t('words.title')}>
          <ErrorView error={first.error} retry={() => void refetch()} />
        </Page>
      </Match>
      <Match when={knownOf(first)}>{(shown) => <Lists first={shown()} />}</Match>
    </Switch>
  )
}

function Lists(props: { first: Shown }) {
  // Where the list begins; later ones come by saving.
  const { settings, revision } = untrack(() => props.first)
  const [base, setBase] = createSignal<readonly string[]>(settings.suspiciousWords)
  const kept = unsavedOf<{ words: string[]; before: string[] }>('words')
  const [words, setWords] = createSignal<readonly string[]>(
    kept ? mergeWords(kept.words, kept.before, settings.suspiciousWords) : settings.suspiciousWords,
  )
  const [saving, setSaving] = createSignal(false)
  const isDirty = () => words().length !== base().length || words().some((word, n) => word !== base()[n])
  useUnsavedGuard('words', () => (isDirty() ? { words: words(), before: base() } : undefined))
  let known = revision

  /** What another admin added or took away meanwhile stays so. */
  async function merge() {
    const now = await loadSettings()
    setWords((mine) => mergeWords(mine, base(), now.settings.suspiciousWords).slice(0, wordList.most))
    setBase(now.settings.suspiciousWords)
    known = now.revision
  }
  async function save() {
    setSaving(true)
    try {
      let merged = false
      for (let tries = 3; ; tries--) {
        try {
          const saved = await saveSettings({ suspiciousWords: words() }, known)
          known = saved.revision
          setBase(saved.settings.suspiciousWords)
          setWords(saved.settings.suspiciousWords)
          break
        } catch (error) {
          if (!(error instanceof ApiError && error.code === 'settings.changed') || tries === 0) throw error
          await merge()
          merged = true
        }
      }
      haptic('success')
      toast(t(merged ? 'board.saved_merged' : 'board.saved'))
    } catch (error) {
      haptic('error')
      toast(error instanceof ApiError ? (Object.values(error.fields)[0] ?? error.message) : messageOf(error))
    } finally {
      setSaving(false)
    }
  }
  const main = () =>
    isDirty() ? { text: t('board.save'), busy: saving(), onClick: () => void save() } : undefined
  return (
    <Page back column title={t('words.title')} main={main()}>
      <p class="words__hint">{t('words.hint')}</p>
      <AddWords words={words()} onAdd={(added) => setWords((all) => withoutRepeated([...all, ...added]))} />
      <WordRows words={words()} onRemove={(word) => setWords((all) => all.filter((each) => each !== word))} />
      <TryWords words={words()} />
      <BuiltInWords />
    </Page>
  )
}
