import type { MessageEntity } from '@grammyjs/types'
import { createMemo, For, type JSX, Match, Switch } from 'solid-js'
import { postMessage } from '../api.ts'
import { attempt } from '../dialogs/dialogs.ts'
import { showProfile } from '../dialogs/profile.ts'
import { openLink } from '../navigate.ts'
import { sandbox } from '../sandbox.ts'
import { useChat } from './context.ts'
import { nestEntities, type TextNode } from './entities.ts'
import { Code, Spoiler } from './text-blocks.tsx'

/** A text with its entities as elements; what people typed is never read as HTML. */
export function RichText(props: { text: string; entities: readonly MessageEntity[] }) {
  const nodes = createMemo(() => nestEntities(props.text, props.entities))
  return <Nodes nodes={nodes()} />
}

function Nodes(props: { nodes: TextNode[] }) {
  return (
    <For each={props.nodes}>
      {(node) =>
        typeof node === 'string' ? (
          node
        ) : (
          <Entity entity={node.entity} text={node.text}>
            <Nodes nodes={node.children} />
          </Entity>
        )
      }
    </For>
  )
}

interface EntityProps {
  entity: MessageEntity
  text: string
  children: JSX.Element
}

function Entity(props: EntityProps) {
  const type = () => props.entity.type
  const link = () => linkOf(props.entity, props.text)
  const quote = () => type() === 'blockquote' || type() === 'expandable_blockquote'
  return (
    <Switch fallback={props.children}>
      <Match when={type() === 'bold'}>
        <b>{props.children}</b>
      </Match>
      <Match when={type() === 'italic'}>
        <i>{props.children}</i>
      </Match>
      <Match when={type() === 'underline'}>
        <u>{props.children}</u>
      </Match>
      <Match when={type() === 'strikethrough'}>
        <s>{props.children}</s>
      </Match>
      <Match when={type() === 'spoiler'}>
        <Spoiler>{props.children}</Spoiler>
      </Match>
      <Match when={type() === 'code' || type() === 'pre'}>
        <Code text={props.text} block={type() === 'pre'} />
      </Match>
      <Match when={quote()}>
        <blockquote classList={{ expandable: type() === 'expandable_blockquote' }}>
          {props.children}
        </blockquote>
      </Match>
      <Match when={link()}>
        {(href) => (
          <a
            href={href()}
            onClick={(event) => {
              event.preventDefault()
              openLink(href())
            }}
          >
            {props.children}
          </a>
        )}
      </Match>
      <Match
        when={
          type() === 'hashtag' ||
          type() === 'cashtag' ||
          type() === 'bot_command' ||
          type() === 'text_mention'
        }
      >
        <Pressable {...props} />
      </Match>
    </Switch>
  )
}

/** Where the entity leads, if it is a link of any sort. */
function linkOf(entity: MessageEntity, text: string): string | undefined {
  switch (entity.type) {
    case 'text_link':
      return entity.url
    case 'url':
      return text
    case 'email':
      return `mailto:${text}`
    case 'phone_number':
      return `tel:${text.replaceAll(/[^+\d]/g, '')}`
    case 'mention':
      return `https://t.me/${text.slice(1)}`
    default:
      return undefined
  }
}

/** Words that do something here: a hashtag searches, a command is sent, a mention shows who it is. */
function Pressable(props: EntityProps) {
  const context = useChat()
  const press = () => {
    const { entity, text } = props
    if (entity.type === 'bot_command') {
      attempt(postMessage({ from: context.person().id, chatId: context.chat().id, text }))
    } else if (entity.type === 'text_mention') {
      showProfile({
        person: sandbox.people.find(({ id }) => id === entity.user.id),
        username: entity.user.username ?? entity.user.first_name,
      })
    } else {
      context.search(text)
    }
  }
  return (
    <button type="button" class="text-link" onClick={press}>
      {props.children}
    </button>
  )
}
