import { InputFile } from 'grammy'
import type { InlineKeyboardMarkup, Message, MessageEntity } from 'grammy/types'
import { priceOf } from '#server/ads/views.ts'
import type { ChannelVoice } from '#server/channels/queries.ts'
import type { Deps } from '#server/deps.ts'
import { currentRate } from '#server/rates/queries.ts'
import { postButtons } from '#shared/channel/buttons.ts'
import { composeCaption } from '#shared/channel/caption.ts'
import { adLink } from '#shared/channel/links.ts'
import { type Stamp, stampText } from '#shared/channel/stamp.ts'
import { common } from '#shared/i18n/common/index.ts'
import { formatPrice } from '#shared/money/format.ts'
import { albumPicture, postPicture, type ReadyPhoto } from './picture.ts'
import type { Found } from './work.ts'

/** What a post has beside its picture, as the Bot API takes it. */
export interface PostText {
  caption: string
  caption_entities: MessageEntity[]
  /** Not where the links stand in the text. */
  reply_markup?: InlineKeyboardMarkup
}

export const stampOf = ({ ad }: Pick<Found, 'ad'>): Stamp | undefined =>
  ad.state === 'sold' || ad.state === 'expired' ? ad.state : undefined

/** The photos that could be shown, in order. */
export const readyPhotos = ({ photos }: Pick<Found, 'photos'>) =>
  photos.filter((photo) => photo.state === 'ready') as ReadyPhoto[]

/** Whether a new post of the ad is an album: one photo, or none, is a picture in that style too. */
export const isAlbum = ({ style }: ChannelVoice, found: Found) =>
  style === 'album' && readyPhotos(found).length > 1

/**
 * Caption and buttons of an ad's post as the ad is now.
 * @param inText the links stand in the caption, as the style or what already stands there wants it
 */
export async function textOf(
  { db, me }: Deps,
  { locale, style, signature }: ChannelVoice,
  found: Found,
  { inText = style === 'album' } = {},
): Promise<PostText> {
  const { ad, seller } = found
  const stamp = stampOf(found)
  const inline_keyboard = postButtons(
    { id: ad.id, contactTelegram: ad.contactTelegram, sellerUsername: seller.username },
    { locale, botUsername: me.username, closed: stamp !== undefined },
  )
  const { text, entities } = composeCaption(
    { ...ad, price: priceOf(ad) },
    {
      locale,
      rate: await currentRate(db),
      link: adLink(me.username, ad.id),
      signature,
      ...(inText && { links: inline_keyboard.flat() }),
      ...(stamp && { stamp }),
    },
  )
  return { caption: text, caption_entities: entities, ...(!inText && { reply_markup: { inline_keyboard } }) }
}

/** Telegram's name for a message's picture, in its largest size. */
export const fileIdOf = ({ photo }: Pick<Message, 'photo'>) => photo?.at(-1)?.file_id ?? null

/** A post of the bot's own that was edited is answered in full. */
export const pictureIdOf = (message: Message | true) => (message === true ? null : fileIdOf(message))

/** The picture of an ad's post as the ad is now: of those photos that could be shown, or of some of them. */
export async function pictureOf(
  { storage }: Pick<Deps, 'storage'>,
  { locale }: Pick<ChannelVoice, 'locale'>,
  found: Found,
  photos = readyPhotos(found),
): Promise<InputFile> {
  const stamp = stampOf(found)
  const jpeg = await postPicture(storage, {
    photos,
    title: found.ad.title,
    price: formatPrice(priceOf(found.ad), common(locale)),
    ...(stamp && { stamp: stampText(stamp, found.ad.categoryId, locale) }),
  })
  return new InputFile(jpeg, `${found.ad.id}.jpg`)
}

/**
 * The pictures of an album of so many messages: the ad's photos, one a message. Photos that there is no message for stand
 * beside the last one; without any photo there is the picture of title and price.
 */
export function albumOf(
  deps: Pick<Deps, 'storage'>,
  voice: Pick<ChannelVoice, 'locale'>,
  found: Found,
  messages = Number.POSITIVE_INFINITY,
): Promise<InputFile[]> {
  const photos = readyPhotos(found)
  const single = photos.length > messages ? photos.slice(0, messages - 1) : photos
  const rest = photos.slice(single.length)
  const pictures = single.map(
    async (photo) => new InputFile(await albumPicture(deps.storage, photo), `${photo.id}.jpg`),
  )
  const isMore = rest.length > 0 || photos.length === 0
  return Promise.all(isMore ? [...pictures, pictureOf(deps, voice, found, rest)] : pictures)
}
