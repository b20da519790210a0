import { newKey } from '../ads.ts'
import type { ApiClient } from '../people.ts'
import { jpeg } from './files.ts'

/** Puts a photo of this person's into storage, as the Mini App does; answers its id. It is looked at soon after. */
export async function uploadPhoto(api: ApiClient, width = 800, height = 600): Promise<string> {
  const bytes = await jpeg(width, height)
  const contentType = 'image/jpeg'
  const promised = await api.photos.$post({
    json: { contentType, contentLength: bytes.length },
    header: { 'idempotency-key': newKey() },
  })
  if (!promised.ok) throw new Error(`a photo was refused: ${await promised.text()}`)
  const { id, uploadUrl } = await promised.json()
  const headers = { 'content-type': contentType }
  const put = await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  if (!put.ok) throw new Error(`storage refused a photo: ${put.status}`)
  await api.photos[':id'].complete.$post({ param: { id } })
  return id
}
