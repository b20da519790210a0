import PhotoSwipe from 'photoswipe'
import 'photoswipe/style.css'
import type { PhotoView as Photo } from '#server/ads/views.ts'
import { t } from '#webapp/i18n.ts'
import { takeBack } from '#webapp/ui/back.ts'
import { photoUrl } from '#webapp/ui/PhotoView.tsx'

/**
 * Shows the photos on the whole screen with pinch and swipe, growing out of `frames`. `onShown` hears which one is
 * looked at, so that the strip beneath follows.
 */
export function openFullScreen(
  frames: readonly HTMLElement[],
  photos: readonly Photo[],
  index: number,
  onShown: (index: number) => void,
): void {
  const viewer = new PhotoSwipe({
    dataSource: photos.map((photo, at) => slide(photo, frames[at])),
    index,
    bgOpacity: 1,
    showHideAnimationType: 'zoom',
    loop: false,
    closeTitle: t('app.close'),
    zoom: false,
    padding: { top: 0, bottom: 0, left: 0, right: 0 },
  })
  viewer.on('change', () => onShown(viewer.currIndex))
  const giveBack = takeBack(() => viewer.close())
  viewer.on('destroy', giveBack)
  viewer.init()
}

function slide(photo: Photo, element: HTMLElement | undefined) {
  const { width, height } = photo
  const long = Math.max(width ?? 1600, height ?? 1600)
  const scale = Math.min(1600, long) / long
  return {
    src: photoUrl(photo, 1600) ?? '',
    msrc: photoUrl(photo, 800) ?? '',
    width: Math.round((width ?? 1600) * scale),
    height: Math.round((height ?? 1600) * scale),
    alt: '',
    thumbCropped: true,
    ...(element && { element }),
  }
}
