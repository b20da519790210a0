import { For, Show } from 'solid-js'
import { formatDate, locale } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import type { BoardForm } from '#webapp/staff/settings/board-form.ts'
import { CategorySettings } from '#webapp/staff/settings/CategorySettings.tsx'
import { banks, never } from '#webapp/staff/settings/form.ts'
import { clashOf, NumberSetting } from '#webapp/staff/settings/NumberSetting.tsx'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** All settings in groups, what matters most first. */
export function BoardSections(props: { form: BoardForm }) {
  const number = (path: string) => ({ form: props.form, path })
  return (
    <>
      <Section header={t('board.open_ads')} footer={t('board.open_ads_hint')}>
        <NumberSetting
          {...number('openAds.all')}
          label={t('board.open_all')}
          unit={t('board.unit_ads')}
          hint={t('board.open_all_hint')}
        />
        <NumberSetting
          {...number('openAds.category')}
          label={t('board.open_category')}
          unit={t('board.unit_ads')}
          hint={t('board.open_category_hint')}
        />
        <CategorySettings form={props.form} group="openAds" unit={t('board.unit_ads')} />
      </Section>
      <Section header={t('board.lifetime')} footer={t('board.lifetime_hint')}>
        <NumberSetting
          {...number('lifetimeDays.all')}
          label={t('board.lifetime_all')}
          unit={t('board.unit_days')}
          hint={t('board.lifetime_all_hint')}
        />
        <CategorySettings form={props.form} group="lifetimeDays" unit={t('board.unit_days')} deep />
        <NumberSetting
          {...number('askDaysBefore')}
          label={t('board.ask')}
          unit={t('board.unit_days')}
          hint={t('board.ask_hint')}
        />
      </Section>
      <Section header={t('board.buyers')}>
        <NumberSetting
          {...number('contactsPerDay')}
          label={t('board.contacts')}
          unit={t('board.unit_a_day')}
          hint={t('board.contacts_hint')}
        />
        <NumberSetting
          {...number('hideAtReports')}
          label={t('board.reports')}
          unit={t('board.unit_reports')}
          hint={t('board.reports_hint')}
        />
      </Section>
      <Approval form={props.form} />
      <RateSetting form={props.form} />
      <Section header={t('board.more')}>
        <Cell icon="🔎" title={t('board.words')} href="/staff/settings/words" />
        <Cell icon="↩️" title={t('board.reasons')} href="/staff/settings/reasons" />
      </Section>
    </>
  )
}

/** Whose ads go live unseen; that everybody's do is shown only where it is so already. */
function Approval(props: { form: BoardForm }) {
  const path = 'autoApproveFrom'
  const value = () => props.form.typed()[path]
  const choices = () =>
    ([never, '2', '1', '0'] as const).filter((choice) => choice !== '0' || value() === '0')
  return (
    <Section
      header={t('board.auto')}
      footer={
        clashOf(props.form.clashes()[path]) ??
        (value() === never ? t('board.auto_off') : t('board.auto_warning'))
      }
    >
      <For each={choices()}>
        {(choice) => (
          <Cell
            title={t(`board.auto_${choice}`)}
            subtitle={t(`board.auto_${choice}_hint`)}
            selected={value() === choice}
            onClick={() => props.form.set(path, choice)}
          />
        )}
      </For>
    </Section>
  )
}

function RateSetting(props: { form: BoardForm }) {
  const path = 'uzsPerUsd'
  const isOwn = () => props.form.typed()[path] !== banks
  const fetched = () => props.form.shown().fetchedRate
  const rateText = () => new Intl.NumberFormat(locale() === 'en' ? 'en' : 'ru').format(fetched().uzsPerUsd)
  return (
    <Section header={t('board.rate')} footer={t('board.rate_hint')}>
      <Cell
        title={t('board.rate_bank')}
        subtitle={t('board.rate_bank_value', { rate: rateText(), date: formatDate(fetched().date) })}
        selected={!isOwn()}
        onClick={() => props.form.set(path, banks)}
      />
      <Cell
        title={t('board.rate_own')}
        selected={isOwn()}
        onClick={() => !isOwn() && props.form.set(path, String(fetched().uzsPerUsd))}
      />
      <Show when={isOwn()}>
        <NumberSetting
          form={{ ...props.form, usual: () => ({}) }}
          path={path}
          label={t('board.rate_own_field')}
          unit={t('board.unit_uzs')}
          decimal
        />
      </Show>
    </Section>
  )
}
