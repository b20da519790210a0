import sharp from 'sharp'
import { calf, cow } from './animals.ts'
import { apples, apricots, phone, pram } from './goods.ts'
import { bricks, courtyard, flat, plot, sofa } from './homes.ts'
import { createPaint, height, type Paint, rect, width } from './paint.ts'
import { cobalt, dashboard, gentra, tractor, tyre } from './vehicles.ts'

/** What the ads of the screenshots show. */
export const scenes = {
  cobalt,
  gentra,
  dashboard,
  tyre,
  tractor,
  cow,
  calf,
  courtyard,
  flat,
  sofa,
  plot,
  bricks,
  apples,
  apricots,
  phone,
  pram,
} satisfies Record<string, (paint: Paint) => string>
export type SceneName = keyof typeof scenes

/** A scene as a JPEG of 1600 × 1200, the same bytes every time; a little grain and darker corners make it a photo. */
export function drawScene(name: SceneName): Promise<Buffer> {
  const paint = createPaint()
  const drawing = scenes[name](paint)
  const corners = paint.glow([0.55, '#000000/0'], [1, '#000000/0.28'])
  const vignette = `<g transform="translate(800 600) scale(1.35 1.2)"><circle r="800" fill="${corners}"/></g>`
  const grain =
    '<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="3"/><feColorMatrix type="saturate" values="0"/></filter>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${paint.defs()}${grain}</defs>${drawing}${vignette}${rect(0, 0, width, height, '#808080', 'filter="url(#grain)" opacity="0.03"')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 88, mozjpeg: true }).toBuffer()
}
