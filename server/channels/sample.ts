import { eq, sql } from 'drizzle-orm'
import { InputFile, InputMediaBuilder } from 'grammy'
import { failureOf, isMissing } from '#server/bot/failure.ts'
import { whileLocked } from '#server/channel/lock.ts'
import { blankPicture, postPicture } from '#server/channel/picture.ts'
import { writeAudit } from '#server/db/audit.ts'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { currentRate } from '#server/rates/queries.ts'
import { catalog, categoryById } from '#shared/catalog/index.ts'
import { postButtons } from '#shared/channel/buttons.ts'
import { composeCaption } from '#shared/channel/caption.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { formatPrice } from '#shared/money/format.ts'
import { regionById, regions } from '#shared/regions/regions.ts'
import { linkOf } from './posts.ts'
import type { ChannelRow } from './queries.ts'
import { noteStanding, standingBehind } from './standing.ts'
import { requireChannel } from './verbs.ts'

/** The link of an ad that there is none of, so the sample is never taken for an ad's post. */
const nothing = { id: 0, contactTelegram: false, sellerUsername: null }
const price = { kind: 'fixed', amount: 1_000_000, currency: 'UZS' } as const

/**
 * Sends a marked sample into a channel, made as its posts are. It does not count for the pace.
 * Throws `channels.not_found`, or `channels.no_answer` when another job has the channel in hand for long.
 * @returns where it stands, or what Telegram said
 */
export async function sendSample(deps: Deps, o: { adminId: number; channelId: number }) {
  const channel = await requireChannel(deps.db, o.channelId)
  const send = await composeSample(deps, channel)
  const done = await whileLocked(deps.locks, channel.id, async () => {
    try {
      return { messages: await send() }
    } catch (error) {
      return { failure: failureOf(error) }
    }
  })
  if (!done) throw new AppError('channels.no_answer')
  return deps.db.transaction(async (tx) => {
    const messageIds = done.messages?.map(({ message_id }) => message_id) ?? []
    const refused = done.failure && ('reason' in done.failure ? done.failure.reason : 'Too Many Requests')
    const after = { channelId: channel.id, ...(refused && { refused }) }
    await writeAudit(tx, { actorId: o.adminId, action: 'channel_sample', after })
    const standing = done.failure && standingBehind(done.failure)
    if (refused) {
      if (standing) await noteStanding(deps, tx, channel.id, { standing, error: refused })
      return { url: null, refused }
    }
    await tx
      .update(channels)
      .set({ sampleIds: sql`${channels.sampleIds} || ${arrayOf(messageIds)}` })
      .where(eq(channels.id, channel.id))
    return { url: linkOf(channel, messageIds[0] ?? 0), refused: null }
  })
}

const arrayOf = (ids: readonly number[]) => sql`${`{${ids.join(',')}}`}::bigint[]`

/** Deletes the samples that stand in a channel. Throws `channels.not_found`. */
export async function deleteSample(deps: Deps, o: { adminId: number; channelId: number }) {
  const { sampleIds } = await requireChannel(deps.db, o.channelId)
  for (const messageId of sampleIds)
    try {
      await deps.telegram.deleteMessage(o.channelId, messageId)
    } catch (error) {
      const failure = failureOf(error)
      if (!isMissing(failure)) return { refused: 'reason' in failure ? failure.reason : 'Too Many Requests' }
    }
  await deps.db.transaction(async (tx) => {
    // Another one may have been sent meanwhile.
    const left = sql`array(select unnest(${channels.sampleIds}) except select unnest(${arrayOf(sampleIds)}))`
    await tx.update(channels).set({ sampleIds: left }).where(eq(channels.id, o.channelId))
    const after = { channelId: o.channelId }
    await writeAudit(tx, { actorId: o.adminId, action: 'channel_sample_deleted', after })
  })
  return { refused: null }
}

async function composeSample({ db, me, storage, telegram }: Deps, channel: ChannelRow) {
  const { id, locale, style, signature } = channel
  const t = botTexts(locale)
  const region = regionById(channel.regions[0] ?? '') ?? regions[0]
  const title = t('channel.sample_title')
  const buttons = postButtons(nothing, { locale, botUsername: me.username })
  const ad = {
    categoryId: sampleCategory(channel),
    attributes: {},
    title,
    description: t('channel.sample_text'),
    price,
    regionId: region?.id ?? '',
    districtId: region?.districts[0]?.id ?? '',
    mahalla: null,
  }
  const { text: caption, entities: caption_entities } = composeCaption(ad, {
    locale,
    rate: await currentRate(db),
    signature,
    ...(style === 'album' && { links: buttons.flat() }),
  })
  const words = { photos: [], title, price: formatPrice(price, common(locale)) }
  const picture = new InputFile(await postPicture(storage, words), 'sample.jpg')
  if (style === 'picture')
    return async () => [
      await telegram.sendPhoto(id, picture, {
        caption,
        caption_entities,
        reply_markup: { inline_keyboard: buttons },
      }),
    ]
  const second = new InputFile(await blankPicture(t('channel.sample_second')), 'sample-2.jpg')
  return () =>
    telegram.sendMediaGroup(id, [
      InputMediaBuilder.photo(picture, { caption, caption_entities }),
      InputMediaBuilder.photo(second),
    ])
}

/** One that the channel takes. */
function sampleCategory({ categories: [first] }: ChannelRow): string {
  if (first && categoryById(first)) return first
  const top = catalog.find(({ id }) => id === first) ?? catalog[0]
  return top?.children[0]?.id ?? ''
}
