import { createEffect, createMemo, Match, on, Show, Switch } from 'solid-js'
import { takeFromAddress } from './address.ts'
import { SandboxBar } from './bar/sandbox-bar.tsx'
import { ChatPane } from './chat/chat-pane.tsx'
import { Viewer } from './chat/viewer.tsx'
import { ChatList } from './chats/chat-list.tsx'
import { attempt } from './dialogs/dialogs.ts'
import { PageDialogs } from './dialogs/page-dialogs.tsx'
import { refreshBot } from './live.ts'
import { PhonePane } from './mini-app/phone-pane.tsx'
import { openMiniApp } from './navigate.ts'
import { startReads } from './reads.ts'
import { sandbox } from './sandbox.ts'
import { followTheme } from './theme.ts'
import { openChat, person } from './view.ts'

export function App() {
  followTheme()
  const loaded = createMemo(() => sandbox.loaded)
  createEffect(
    on(loaded, (ready) => {
      if (!ready) return
      startReads()
      // `?startapp=…` opens the Mini App at once: a link for the impatient, and for tests.
      const startParam = takeFromAddress('startapp')
      if (startParam !== null) openMiniApp({ kind: 'link', startParam })
    }),
  )
  createEffect(
    on(
      [() => person()?.id, () => person()?.language_code],
      ([id]) => id !== undefined && attempt(refreshBot(id)),
    ),
  )
  return (
    <>
      <Switch>
        <Match when={!sandbox.loaded}>
          <main class="connecting" role="status">
            {sandbox.online ? 'Loading…' : 'Waiting for the sandbox…'}
          </main>
        </Match>
        <Match when={person()} keyed={false}>
          {(current) => (
            <>
              <SandboxBar person={current()} />
              <main class="panes" classList={{ 'in-chat': openChat() !== undefined }}>
                <ChatList person={current()} />
                <Show
                  when={openChat()?.id}
                  keyed
                  fallback={<div class="no-chat">Choose a chat to read it</div>}
                >
                  {(chatId) => <ChatPane chatId={chatId} person={current()} />}
                </Show>
                <PhonePane person={current()} />
              </main>
            </>
          )}
        </Match>
      </Switch>
      <Viewer />
      <PageDialogs />
    </>
  )
}
