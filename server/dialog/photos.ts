import type { Document, Message, PhotoSize } from 'grammy/types'
import { failureOf } from '#server/bot/failure.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { addPhoto } from '#server/photos/verbs.ts'
import { limits } from '#shared/limits.ts'
import { type PhotoType, photoTypes } from '#shared/photos/files.ts'
import type { Notice } from './position.ts'

/** Milliseconds for one photo from Telegram. */
const patience = 30_000

/**
 * Takes the photo of a message into storage. The rule that the server never carries photo bytes is about the Mini App;
 * a photo sent to the bot lies at Telegram, and only the server may fetch it from there.
 * The same message again gives the same photo.
 * @returns its id, or why it cannot be taken
 */
export async function takePhoto(
  deps: Deps,
  ownerId: number,
  message: Message,
): Promise<{ photoId: string } | { notice: Notice }> {
  const file = fileOf(message)
  if ('notice' in file) return file
  const bytes = await download(deps, file.id)
  if ('notice' in bytes) return bytes
  if (bytes.data.length === 0) return { notice: { key: 'photo.empty' } }
  try {
    const createKey = `telegram:${message.message_id}:${file.uniqueId}`
    const { id } = await addPhoto(deps, ownerId, createKey, { contentType: file.type, bytes: bytes.data })
    return { photoId: id }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { notice: { key: `error.${error.code}` } }
  }
}

interface File {
  id: string
  uniqueId: string
  type: PhotoType
}

/** The largest size of a photo, or a document that says it is a picture; what it really is is looked at later. */
function fileOf({ photo, document }: Message): File | { notice: Notice } {
  const source: PhotoSize | Document | undefined = photo?.at(-1) ?? document
  if (!source) return { notice: { key: 'photo.not_image' } }
  if ((source.file_size ?? 0) > limits.photos.bytes) return { notice: { key: 'photo.too_large' } }
  const said = photo ? 'image/jpeg' : (document?.mime_type ?? '')
  if (/^image\/(heic|heif|avif)/.test(said)) return { notice: { key: 'photo.heic' } }
  if (said === 'image/gif') return { notice: { key: 'photo.animated' } }
  const type = photoTypes.find((known) => known === said)
  if (!type) return { notice: { key: 'photo.not_image' } }
  return { id: source.file_id, uniqueId: source.file_unique_id, type }
}

/** https://core.telegram.org/bots/api#getfile; nothing thrown or told names the URL, which holds the token. */
async function download(
  { config, telegram }: Deps,
  fileId: string,
): Promise<{ data: Uint8Array } | { notice: Notice }> {
  const { apiRoot, token } = config.telegram
  const lost = { notice: { key: 'dialog.photo_lost' } } as const
  try {
    const { file_path, file_size = 0 } = await telegram.getFile(fileId)
    if (file_size > limits.photos.bytes) return { notice: { key: 'photo.too_large' } }
    const url = `${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${file_path}`
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) }).catch(() => undefined)
    const body = response?.ok && (await response.arrayBuffer().catch(() => undefined))
    return body ? { data: new Uint8Array(body) } : lost
  } catch (error) {
    const failure = failureOf(error)
    const isTooBig = failure.kind === 'refused' && /too big/i.test(failure.reason)
    return isTooBig ? { notice: { key: 'photo.too_large' } } : lost
  }
}
