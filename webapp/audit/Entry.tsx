import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { AuditEntry, AuditQuery } from '#webapp/audit/queries.ts'
import { formatDate, timeAgo } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'

/** One entry; tapping it shows what was before and what is now, and the ways on from it. */
export function Entry(props: {
  entry: AuditEntry
  busy: boolean
  onLook: (query: AuditQuery) => void
  onUndo: (decisionId: number) => void
}) {
  const id = createUniqueId()
  const [isOpen, setOpen] = createSignal(false)
  const at = () => new Date(props.entry.at)
  const clock = () =>
    [at().getHours(), at().getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
  return (
    <article class="audit__entry">
      <button
        type="button"
        class="audit__head"
        aria-expanded={isOpen()}
        aria-controls={id}
        onClick={() => {
          haptic('select')
          setOpen(!isOpen())
        }}
      >
        <span class="audit__text">
          <span>{props.entry.text}</span>
          <span class="audit__when">
            {timeAgo(props.entry.at)} · {formatDate(props.entry.at)} {clock()}
          </span>
        </span>
        <span class="audit__arrow" classList={{ 'audit__arrow--open': isOpen() }}>
          <Icon name="chevron" size={20} />
        </span>
      </button>
      <Show when={props.entry.undo}>
        {(decisionId) => (
          <button
            type="button"
            class="audit__undo"
            disabled={props.busy}
            aria-label={`${t('audit.undo')}: ${props.entry.text}`}
            onClick={() => props.onUndo(decisionId())}
          >
            {t('audit.undo')}
          </button>
        )}
      </Show>
      <div id={id} hidden={!isOpen()}>
        <Show when={isOpen()}>
          <Details entry={props.entry} onLook={props.onLook} />
        </Show>
      </div>
    </article>
  )
}

function Details(props: { entry: AuditEntry; onLook: (query: AuditQuery) => void }) {
  return (
    <div class="audit__details">
      <Show when={props.entry.changes.length > 0}>
        <dl class="audit__changes">
          <For each={props.entry.changes}>
            {(change) => (
              <div class="audit__change">
                <dt>{change.label}</dt>
                <dd>
                  <Show when={change.before !== null}>
                    <del>
                      <span class="vb-hidden">{t('audit.was')}: </span>
                      {change.before}
                    </del>
                  </Show>
                  <Show when={change.after !== null}>
                    <ins>
                      <span class="vb-hidden">{t('audit.is')}: </span>
                      {change.after}
                    </ins>
                  </Show>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <div class="audit__ways">
        <Show when={props.entry.ad}>
          {(ad) => (
            <>
              <a class="audit__way" href={`/ads/${ad().id}`}>
                {t('audit.open_ad')}
              </a>
              <button type="button" class="audit__way" onClick={() => props.onLook({ ad: String(ad().id) })}>
                {t('audit.more_ad')}
              </button>
            </>
          )}
        </Show>
        <Show when={props.entry.person}>
          {(person) => (
            <button
              type="button"
              class="audit__way"
              onClick={() => props.onLook({ person: String(person().id) })}
            >
              {t('audit.more_person')}
            </button>
          )}
        </Show>
        <Show when={props.entry.actor}>
          {(actor) => (
            <button
              type="button"
              class="audit__way"
              onClick={() => props.onLook({ actor: String(actor().id) })}
            >
              {t('audit.more_actor', { name: actor().name })}
            </button>
          )}
        </Show>
      </div>
    </div>
  )
}
