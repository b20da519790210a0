import type { Message, PhotoSize } from '@grammyjs/types'
import { For, Match, Show, Switch } from 'solid-js'
import { mosaic } from '#shared/channel/mosaic.ts'
import { fileUrl } from '../api.ts'
import { Avatar } from '../chats/avatar.tsx'
import { showProfile } from '../dialogs/profile.ts'
import { Icon } from '../icons.tsx'
import { sandbox } from '../sandbox.ts'
import { nameOf } from './service.ts'
import { showPhotos } from './viewing.ts'

/** The widest a picture stands in a bubble, and the highest: CSS pixels. */
const MAX_WIDTH = 430
const MAX_HEIGHT = 480

/** The largest size: the sandbox's files are near, and the screen may be dense. */
const best = (message: Message): PhotoSize | undefined =>
  message.photo?.toSorted((a, b) => b.width - a.width)[0]

export function Media(props: { messages: Message[] }) {
  const first = () => props.messages[0] as Message
  return (
    <Switch>
      <Match when={props.messages.length > 1 && props.messages.every((message) => message.photo)}>
        <Album messages={props.messages} />
      </Match>
      <Match when={best(first())}>{(photo) => <Photo message={first()} photo={photo()} />}</Match>
      <Match when={first().video}>
        {(video) => <video class="video" controls preload="metadata" src={fileUrl(video().file_id)} />}
      </Match>
      <Match when={first().sticker}>
        {(sticker) => (
          <img class="sticker" src={fileUrl(sticker().file_id)} alt={sticker().emoji ?? 'Sticker'} />
        )}
      </Match>
      <Match when={first().document}>
        <For each={props.messages}>{(message) => <DocumentLine message={message} />}</For>
      </Match>
      <Match when={first().contact}>
        <ContactCard message={first()} />
      </Match>
      <Match when={first().venue ?? first().location}>
        <div class="file">
          <span class="file-icon">📍</span>
          <span class="file-text">
            <b>{first().venue?.title ?? 'Location'}</b>
            <span>
              {first().venue?.address ?? `${first().location?.latitude}, ${first().location?.longitude}`}
            </span>
          </span>
        </div>
      </Match>
    </Switch>
  )
}

function Photo(props: { message: Message; photo: PhotoSize }) {
  const width = () =>
    Math.round(
      Math.min(
        MAX_WIDTH,
        Math.max(props.photo.width, 240),
        (MAX_HEIGHT * props.photo.width) / props.photo.height,
      ),
    )
  return (
    <button
      type="button"
      class="photo"
      style={{
        width: `${Math.max(width(), 200)}px`,
        'aspect-ratio': `${props.photo.width} / ${props.photo.height}`,
      }}
      aria-label="Open the photo"
      onClick={() => showPhotos([props.message], 0)}
    >
      <img loading="lazy" src={fileUrl(props.photo.file_id)} alt={props.message.caption ?? 'Photo'} />
    </button>
  )
}

function Album(props: { messages: Message[] }) {
  const layout = () => mosaic(props.messages.map((message) => ratio(best(message))))
  return (
    <div class="album" style={{ width: `${MAX_WIDTH}px`, 'aspect-ratio': layout().ratio }}>
      <For each={props.messages}>
        {(message, index) => {
          const tile = () => layout().tiles[index()]
          return (
            <button
              type="button"
              class="album-tile"
              data-testid={index() === 0 ? undefined : `message-${message.message_id}`}
              style={{
                left: `${tile()?.left}%`,
                top: `${tile()?.top}%`,
                width: `${tile()?.width}%`,
                height: `${tile()?.height}%`,
              }}
              aria-label={`Open photo ${index() + 1} of ${props.messages.length}`}
              onClick={() => showPhotos(props.messages, index())}
            >
              <img loading="lazy" src={fileUrl(best(message)?.file_id ?? '')} alt={`Photo ${index() + 1}`} />
            </button>
          )
        }}
      </For>
    </div>
  )
}

const ratio = (size: PhotoSize | undefined) => (size ? size.width / size.height : 1)

function DocumentLine(props: { message: Message }) {
  const name = () => props.message.document?.file_name ?? 'File'
  return (
    <a class="file" href={fileUrl(props.message.document?.file_id ?? '')} download={name()}>
      <span class="file-icon">{name().split('.').at(-1)?.slice(0, 4)}</span>
      <span class="file-text">
        <b>{name()}</b>
        <span>{fileSize(props.message.document?.file_size ?? 0)}</span>
      </span>
    </a>
  )
}

function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
}

function ContactCard(props: { message: Message }) {
  return (
    <Show when={props.message.contact}>
      {(contact) => (
        <button
          type="button"
          class="file"
          onClick={() =>
            showProfile({
              phone: contact().phone_number,
              person: sandbox.people.find(({ id }) => id === contact().user_id),
            })
          }
        >
          <Avatar id={contact().user_id ?? 0} name={nameOf(contact())} />
          <span class="file-text">
            <b>{nameOf(contact())}</b>
            <span>
              <Icon name="call" size={14} /> {contact().phone_number}
            </span>
          </span>
        </button>
      )}
    </Show>
  )
}
