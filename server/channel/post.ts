import { InputFile } from 'grammy'
import type { InlineKeyboardMarkup, Message, MessageEntity } from 'grammy/types'
import { type AdWithAll, priceOf } from '#server/ads/views.ts'
import type { Deps } from '#server/deps.ts'
import { currentRate } from '#server/rates/queries.ts'
import { postButtons } from '#shared/channel/buttons.ts'
import { composeCaption } from '#shared/channel/caption.ts'
import { adLink } from '#shared/channel/links.ts'
import { type Stamp, stampText } from '#shared/channel/stamp.ts'
import { common } from '#shared/i18n/common/index.ts'
import { formatPrice } from '#shared/money/format.ts'
import { postPicture, type ReadyPhoto } from './picture.ts'

/** What a post has beside its picture, as the Bot API takes it. */
export interface PostText {
  caption: string
  caption_entities: MessageEntity[]
  reply_markup: InlineKeyboardMarkup
}

export const stampOf = ({ ad }: AdWithAll): Stamp | undefined =>
  ad.state === 'sold' || ad.state === 'expired' ? ad.state : undefined

/** Caption and buttons of an ad's post as the ad is now. */
export async function textOf({ db, config, me }: Deps, found: AdWithAll): Promise<PostText> {
  const { ad, seller } = found
  const locale = config.telegram.channelLocale
  const stamp = stampOf(found)
  const { text, entities } = composeCaption(
    { ...ad, price: priceOf(ad) },
    { locale, rate: await currentRate(db), link: adLink(me.username, ad.id), ...(stamp && { stamp }) },
  )
  const inline_keyboard = postButtons(
    { id: ad.id, contactTelegram: ad.contactTelegram, sellerUsername: seller.username },
    { locale, botUsername: me.username, closed: stamp !== undefined },
  )
  return { caption: text, caption_entities: entities, reply_markup: { inline_keyboard } }
}

/** Telegram's name for a message's picture, in its largest size. */
export const fileIdOf = ({ photo }: Pick<Message, 'photo'>) => photo?.at(-1)?.file_id ?? null

/** The picture of an ad's post as the ad is now: of those photos that could be shown. */
export async function pictureOf({ storage, config }: Deps, found: AdWithAll): Promise<InputFile> {
  const locale = config.telegram.channelLocale
  const stamp = stampOf(found)
  const jpeg = await postPicture(storage, {
    photos: found.photos.filter((photo) => photo.state === 'ready') as ReadyPhoto[],
    title: found.ad.title,
    price: formatPrice(priceOf(found.ad), common(locale)),
    ...(stamp && { stamp: stampText(stamp, found.ad.categoryId, locale) }),
  })
  return new InputFile(jpeg, `${found.ad.id}.jpg`)
}
