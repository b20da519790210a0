import { Show } from 'solid-js'
import { suggestTitle } from '#shared/ads/suggest-title.ts'
import { limits } from '#shared/limits.ts'
import { CoachView } from '#webapp/drafts/CoachView.tsx'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import { category, change, draft, problems } from '#webapp/drafts/form.ts'
import { MoreDetails } from '#webapp/drafts/MoreDetails.tsx'
import { locale, t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

/** The ad's title and text; a title is offered from what was answered before. */
export function TextStep() {
  const title = () => draft().title ?? ''
  const example = () => category()?.titleExample
  const offered = () => {
    const chosen = category()
    return chosen && !title() ? suggestTitle(chosen, draft().attributes, locale()) : ''
  }
  return (
    <FormPage step="text" title={t('draft.step_text')}>
      <Section>
        <TextField
          label={t('draft.title')}
          hint={t('draft.title_hint')}
          placeholder={example() && t('draft.title_example', { example: example() ?? '' })}
          maxLength={limits.title.max}
          value={title()}
          onInput={(typed) => change({ title: typed })}
          problem={problems()['title']}
        />
        <Show when={offered()}>
          {(suggestion) => (
            <button
              type="button"
              class="vb-form__link"
              onClick={() => {
                haptic('select')
                change({ title: suggestion() })
              }}
            >
              {t('draft.title_suggestion', { title: suggestion() })}
            </button>
          )}
        </Show>
      </Section>
      <Section>
        <TextField
          label={t('draft.description')}
          hint={t('draft.description_hint')}
          multiline
          maxLength={limits.description.max}
          value={draft().description ?? ''}
          onInput={(typed) => change({ description: typed })}
          problem={problems()['description']}
        />
      </Section>
      <CoachView step="text" />
      <MoreDetails to="text" />
    </FormPage>
  )
}
