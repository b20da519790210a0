import { createSignal, Show } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { timeAgo } from '#webapp/i18n.ts'
import { addNote, deleteNote, loadNotesOn, type Note } from '#webapp/people/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { confirm } from '#webapp/telegram.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { createPaged } from '#webapp/ui/paged.ts'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

/** What moderators wrote down about a person, newest first, and a field for another one. */
export function Notes(props: { personId: number; onChanged: () => void }) {
  const list = createPaged<Note>((cursor) => loadNotesOn(props.personId, cursor))
  const [text, setText] = createSignal('')
  const { busy, attempt } = createAttempt()

  /** Reads anew what was changed; what was typed stays when it could not be kept. */
  async function settle(changed: Promise<unknown>) {
    await changed
    await list.refresh()
    props.onChanged()
  }
  async function add() {
    if (!busy() && (await attempt(settle, addNote(props.personId, text().trim())))) setText('')
  }
  async function remove({ id }: Note) {
    const ask = { text: t('people.note_delete'), destructive: true }
    if (busy() || !(await confirm(t('people.note_delete_ask'), ask))) return
    await attempt(settle, deleteNote(props.personId, id))
  }
  const isFit = () => text().trim() !== '' && text().length <= limits.personNote.max
  return (
    <>
      <form
        class="people__new-note"
        onSubmit={(event) => {
          event.preventDefault()
          if (isFit()) void add()
        }}
      >
        <TextField
          label={t('people.note_new')}
          hint={t('people.note_hint')}
          value={text()}
          onInput={setText}
          maxLength={limits.personNote.max}
          multiline
        />
        <Show when={text().trim()}>
          <button type="submit" class="vb-button" disabled={!isFit()} aria-busy={busy()}>
            {t('people.note_add')}
          </button>
        </Show>
      </form>
      <PagedList
        list={list}
        skeleton={
          <div class="vb-cell">
            <Skeleton width="70%" />
          </div>
        }
        empty={<EmptyView icon="📝" title={t('people.nothing')} />}
      >
        {(note) => (
          <div class="people__note">
            <p class="people__note-text">
              {note.text}
              <span class="people__note-who">
                {[note.by?.name, timeAgo(note.at)].filter(Boolean).join(' · ')}
              </span>
            </p>
            <Show when={note.mine}>
              <button
                type="button"
                class="people__note-delete"
                aria-label={t('people.note_delete')}
                onClick={() => void remove(note)}
              >
                <Icon name="close" size={20} />
              </button>
            </Show>
          </div>
        )}
      </PagedList>
    </>
  )
}
