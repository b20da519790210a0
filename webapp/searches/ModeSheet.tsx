import { For } from 'solid-js'
import type { SearchView } from '#server/searches/queries.ts'
import { type SearchMode, searchModes } from '#shared/searches/schema.ts'
import { messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { chooseMode, deleteSearch } from '#webapp/searches/queries.ts'
import { haptic, requestWriteAccess } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './searches.css'

const refused = (error: unknown) => {
  haptic('error')
  toast(messageOf(error))
}

/** Asks once whether the bot may write, without which a saved search says nothing. */
export async function letBotWrite() {
  if (!(await requestWriteAccess())) toast(t('searches.refused'))
}

/** When the bot writes of a saved search, also one `justSaved`; or that it is kept no more. */
export const ModeSheet = (props: { search: SearchView; justSaved?: boolean; onClose: () => void }) => {
  function choose(mode: SearchMode) {
    if (mode !== 'off') void letBotWrite()
    void chooseMode(props.search.id, mode).catch(refused)
    props.onClose()
  }
  function remove() {
    void deleteSearch(props.search.id).then(() => toast(t('searches.deleted')), refused)
    props.onClose()
  }
  return (
    <Sheet open onClose={props.onClose} title={t(props.justSaved ? 'searches.saved' : 'searches.when')}>
      <p class="searches__name">{props.search.name}</p>
      <Section header={props.justSaved ? t('searches.when') : undefined}>
        <For each={searchModes}>
          {(mode) => (
            <Cell
              title={t(`searches.${mode}`)}
              subtitle={t(`searches.${mode}_hint`)}
              selected={mode === props.search.mode}
              onClick={() => choose(mode)}
            />
          )}
        </For>
      </Section>
      <Section>
        <Cell title={<span class="searches__delete">{t('searches.delete')}</span>} onClick={remove} />
      </Section>
    </Sheet>
  )
}
