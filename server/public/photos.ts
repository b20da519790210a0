import { html } from 'hono/html'
import type { PhotoView } from '#server/ads/views.ts'
import type { Html, Page } from '#server/public/page.ts'
import { type PhotoWidth, photoPath, photoWidths } from '#shared/photos/files.ts'

/** A picture as it lies in storage, in pixels. */
export interface Picture {
  url: string
  width: number
  height: number
}

/** The variant of a photo whose long side is at most `side`. */
export function pictureOf(page: Page, { id, width, height }: PhotoView, side: PhotoWidth): Picture {
  const [w, h] = [width ?? side, height ?? side]
  const scale = Math.min(1, side / Math.max(w, h))
  return {
    url: `${page.site.pictures}/${photoPath(id, side)}`,
    width: Math.round(w * scale),
    height: Math.round(h * scale),
  }
}

/** A photo that covers the frame it is in, with its colour until it has come. */
export function photo(
  page: Page,
  view: PhotoView,
  o: { alt: string; sizes: string; largest: PhotoWidth; eager: boolean },
): Html {
  const variants = photoWidths
    .filter((side) => side <= o.largest)
    .map((side) => pictureOf(page, view, side))
    // A small photo is the same in all sizes.
    .filter(({ width }, index, all) => width > (all[index - 1]?.width ?? 0))
  const { url, width, height } = variants.at(-1) as Picture
  const srcset = variants.map((variant) => `${variant.url} ${variant.width}w`).join(', ')
  return html`<img class="${page.palette.of(view.thumbhash)}" src="${url}" srcset="${srcset}" sizes="${o.sizes}" width="${width}" height="${height}" alt="${o.alt}" decoding="async" ${o.eager ? html`fetchpriority="high"` : html`loading="lazy"`}>`
}
