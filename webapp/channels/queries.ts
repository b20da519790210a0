import type { PostList } from '#shared/channels/choices.ts'
import { api, call } from '#webapp/api.ts'

const at = (id: number) => ({ param: { id: String(id) } })

export const loadChannels = () => call(api.admin.channels.$get())
export type ListedChannel = Awaited<ReturnType<typeof loadChannels>>['items'][number]

/** By `@name`, `t.me/name` or id. */
export const addChannel = (chat: string) => call(api.admin.channels.$post({ json: { chat } }))

export const loadChannel = (id: number) => call(api.admin.channels[':id'].$get(at(id)))
export type Channel = Awaited<ReturnType<typeof loadChannel>>
export type Settings = Channel['settings']

/** Puts the settings in place of those that were shown; refused with `channels.changed` if they are others by now. */
export const saveChannel = ({ id, revision }: Channel, settings: Settings) =>
  call(api.admin.channels[':id'].$put({ ...at(id), json: { settings, revision } }))

/** Has the bot look what it may do there. */
export const checkChannel = (id: number) => call(api.admin.channels[':id'].check.$post(at(id)))

export const sendSample = (id: number) => call(api.admin.channels[':id'].sample.$post(at(id)))
export const deleteSample = (id: number) => call(api.admin.channels[':id'].sample.$delete(at(id)))

/** A page of the channel's posts, each with its ad's id for the list. */
export async function loadPosts(id: number, list: PostList, cursor?: string) {
  const query = { list, ...(cursor !== undefined && { cursor }) }
  const page = await call(api.admin.channels[':id'].posts.$get({ ...at(id), query }))
  return { ...page, items: page.items.map((post) => ({ ...post, id: post.adId })) }
}
export type ListedPost = Awaited<ReturnType<typeof loadPosts>>['items'][number]

/** Tries one failed post again, or all of them. */
export const retryPosts = (id: number, adId?: number) =>
  call(api.admin.channels[':id'].retry.$post({ ...at(id), json: { ...(adId !== undefined && { adId }) } }))
