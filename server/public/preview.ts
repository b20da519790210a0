import sharp from 'sharp'
import type { AdCard, PhotoView } from '#server/ads/views.ts'
import { cardSize, postPicture, type ReadyPhoto } from '#server/channel/picture.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { collageLayout, type Size } from '#shared/channel/layout.ts'
import { stampText } from '#shared/channel/stamp.ts'
import { common } from '#shared/i18n/common/index.ts'
import { formatPrice } from '#shared/money/format.ts'

/** Pixels of the long side: large enough for every preview, and light enough for those that refuse 300 kB. */
const longSide = 1000
/** Pictures kept: some 15 MB. */
const kept = 100
/** Pictures that may be waited for at once; whoever asks then comes again. */
const patience = 20

/** How large the preview of an ad with these photos is, without drawing it. */
export function previewSize(photos: readonly PhotoView[]): Size {
  const { width, height } = photos.length ? collageLayout(photos as readonly ReadyPhoto[]) : cardSize
  const scale = Math.min(1, longSide / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** An ad as anybody may see it. */
type Previewed = Pick<AdCard, 'id' | 'title' | 'price' | 'state' | 'categoryId'> & {
  revision: number
  photos: PhotoView[]
}

/**
 * Draws what links to ads are previewed with: the picture of the channel's post as JPEG, which every messenger takes,
 * with its stamp, or the ad's words where it has no photos. One at a time and each revision once, so that machines
 * that ask for many do not keep the board from working.
 */
export function createPreviews({ storage, config }: Pick<Deps, 'storage' | 'config'>) {
  const pictures = new Map<string, Promise<Buffer>>()
  const locale = config.telegram.channelLocale
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  async function draw(ad: Previewed) {
    const jpeg = await postPicture(storage, {
      photos: ad.photos as ReadyPhoto[],
      title: ad.title,
      price: formatPrice(ad.price, common(locale)),
      ...((ad.state === 'sold' || ad.state === 'expired') && {
        stamp: stampText(ad.state, ad.categoryId, locale),
      }),
    })
    return sharp(jpeg)
      .resize({ ...previewSize(ad.photos), fit: 'fill' })
      .jpeg({ quality: 80 })
      .toBuffer()
  }

  /** Throws `request.too_many` when too many wait. */
  return (ad: Previewed): Promise<Buffer> => {
    const key = `${ad.id}-${ad.revision}`
    const known = pictures.get(key)
    if (known) return known
    if (waiting >= patience) throw new AppError('request.too_many')
    waiting++
    const picture = last.then(() => draw(ad)).finally(() => waiting--)
    last = picture.catch(() => undefined)
    pictures.set(key, picture)
    picture.catch(() => pictures.delete(key))
    const [oldest] = pictures.keys()
    if (pictures.size > kept && oldest) pictures.delete(oldest)
    return picture
  }
}
