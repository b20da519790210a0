import { at, dice, ellipse, height, line, type Paint, path, rect, repeat, width } from './paint.ts'

export const sky = (paint: Paint, ...colours: string[]) => rect(0, 0, width, height, paint.down(...colours))

export const sun = (paint: Paint, x: number, y: number, radius: number, colour = '#fff3c4') =>
  ellipse(
    x,
    y,
    radius * 4,
    radius * 4,
    paint.glow([0, `${colour}/0.9`], [0.25, `${colour}/0.45`], [1, `${colour}/0`]),
  ) + ellipse(x, y, radius, radius, '#fffdf0', 'opacity="0.9"')

export const cloud = (x: number, y: number, size: number, opacity = 0.8) =>
  at(
    x,
    y,
    `<g fill="#ffffff" opacity="${opacity}">${ellipse(0, 0, 120, 26, '#fff')}${ellipse(-40, -22, 52, 34, '#fff')}${ellipse(28, -30, 64, 44, '#fff')}${ellipse(80, -10, 44, 24, '#fff')}</g>`,
    size,
  )

/** A ridge with snow, as the valley is framed by; `y` is its foot, `tall` the highest peak above it. */
export function mountains(
  paint: Paint,
  o: { y: number; tall: number; seed: number; rock: [string, string]; snow?: string },
) {
  const random = dice(o.seed)
  const peaks: { x: number; top: number; left: number; right: number }[] = []
  for (let x = -120; x < width + 200; x += 120 + random() * 130)
    peaks.push({
      x,
      top: o.y - o.tall * (0.45 + 0.55 * random()),
      left: 170 + random() * 90,
      right: 170 + random() * 90,
    })
  const rock = paint.down(...o.rock)
  const body = peaks
    .map(({ x, top, left, right }) =>
      path(
        `M${x - left} ${o.y} L${x - 40} ${top + 60} L${x} ${top} L${x + 50} ${top + 70} L${x + right} ${o.y} Z`,
        rock,
      ),
    )
    .join('')
  if (!o.snow) return body
  const caps = peaks.map(({ x, top, left, right }) => {
    const deep = (o.y - top) * 0.42
    const [l, r] = [x - (left * deep) / (o.y - top), x + (right * deep) / (o.y - top)]
    const y = top + deep
    const jag = `L${r - 34} ${y - 22} L${r - 52} ${y + 14} L${x + 6} ${y - 30} L${x - 22} ${y + 20} L${l + 44} ${y - 26}`
    return (
      path(
        `M${l} ${y} L${x - 40} ${top + 60} L${x} ${top} L${x + 50} ${top + 70} L${r} ${y} ${jag} Z`,
        `${o.snow}`,
        'opacity="0.92"',
      ) +
      path(
        `M${x} ${top} L${x + 50} ${top + 70} L${r} ${y} L${r - 34} ${y - 22} L${r - 52} ${y + 14} L${x + 12} ${top + 80} Z`,
        '#7d93b5',
        'opacity="0.28"',
      )
    )
  })
  return body + caps.join('')
}

/** Low hills, one soft wave. */
export const hills = (fill: string, y: number, swell: number, shift = 0) =>
  path(
    `M0 ${y} C${260 + shift} ${y - swell} ${460 + shift} ${y + swell * 0.3} ${800 + shift} ${y - swell * 0.4} S${1350 + shift} ${y - swell} 1600 ${y - swell * 0.2} V1200 H0 Z`,
    fill,
  )

/** A Lombardy poplar, foot at the origin, 400 high. */
export function poplar(paint: Paint, light = '#7fae57', dark = '#3f7440') {
  const crown = paint.across(light, dark)
  return (
    rect(-8, -90, 16, 92, '#6b5138') +
    path(
      'M0 -400 C34 -330 58 -230 50 -140 C46 -90 26 -62 0 -58 C-26 -62 -46 -90 -50 -140 C-58 -230 -34 -330 0 -400 Z',
      crown,
    ) +
    path('M-6 -370 C-30 -300 -44 -220 -36 -140 C-30 -200 -20 -290 -6 -370 Z', '#ffffff', 'opacity="0.16"') +
    line('M12 -320 C22 -250 24 -180 16 -110 M-14 -260 C-20 -200 -18 -150 -12 -110', dark, 5, 'opacity="0.35"')
  )
}

/** A row of poplars along the horizon. */
export function poplars(
  paint: Paint,
  o: { from: number; to: number; y: number; size: number; seed: number; light?: string; dark?: string },
) {
  const random = dice(o.seed)
  const tree = poplar(paint, o.light, o.dark)
  const trees: string[] = []
  for (let x = o.from; x < o.to; x += (62 + random() * 34) * o.size)
    trees.push(at(x, o.y, tree, o.size * (0.82 + random() * 0.3)))
  return trees.join('')
}

/** A round fruit tree, foot at the origin, about 260 high. */
export const orchardTree = (paint: Paint, light = '#8fbf5a', dark = '#4b8044') =>
  path(
    'M-10 0 C-6 -50 -14 -70 -34 -110 L-20 -116 C-6 -90 -2 -84 2 -110 L14 -112 C12 -80 20 -84 36 -112 L46 -104 C22 -64 12 -50 12 0 Z',
    '#6a4c33',
  ) +
  `<g fill="${paint.down(light, dark)}">${ellipse(0, -175, 118, 84, 'inherit')}</g>` +
  `<g fill="${paint.down(light, dark)}"><circle cx="-72" cy="-150" r="60"/><circle cx="66" cy="-146" r="64"/><circle cx="-30" cy="-206" r="66"/><circle cx="44" cy="-204" r="58"/></g>` +
  `<g fill="#ffffff" opacity="0.13"><circle cx="-48" cy="-216" r="36"/><circle cx="24" cy="-222" r="32"/><circle cx="-90" cy="-160" r="26"/></g>`

/** Blades of grass over a band, denser and larger towards the front. */
export function grass(o: { top: number; bottom: number; count: number; seed: number; colours: string[] }) {
  const random = dice(o.seed)
  return repeat(o.count, () => {
    const depth = random()
    const [x, y] = [random() * width, o.top + depth * (o.bottom - o.top)]
    const tall = 10 + depth * 34 + random() * 14
    const colour = o.colours[Math.floor(random() * o.colours.length)] ?? '#5a8f3d'
    return line(
      `M${x} ${y} q${(random() - 0.5) * 14} ${-tall * 0.6} ${(random() - 0.5) * 26} ${-tall}`,
      colour,
      1.5 + depth * 3.5,
      'opacity="0.75"',
    )
  })
}

/** Poppies and daisies strewn over a meadow. */
export function flowers(o: { top: number; bottom: number; count: number; seed: number; colours: string[] }) {
  const random = dice(o.seed)
  return repeat(o.count, () => {
    const depth = random()
    const [x, y] = [random() * width, o.top + depth * (o.bottom - o.top)]
    const size = 3 + depth * 7
    const colour = o.colours[Math.floor(random() * o.colours.length)] ?? '#fff'
    return (
      ellipse(x, y, size, size * 0.8, colour) +
      ellipse(x, y, size * 0.32, size * 0.3, '#5d3a1a', 'opacity="0.6"')
    )
  })
}

/** Furrows running to the horizon. */
export const furrows = (o: {
  horizon: number
  vanish: number
  colour: string
  count: number
  opacity?: number
}) =>
  repeat(o.count, (index) => {
    const foot = -1400 + (index * 4400) / o.count
    const near = 4200 / o.count / 2.4
    return path(
      `M${o.vanish + (foot - o.vanish) * 0.02} ${o.horizon} L${foot} ${height} L${foot + near} ${height} Z`,
      o.colour,
      `opacity="${o.opacity ?? 0.35}"`,
    )
  })

/** A plastered clay wall with courses that show through. */
export function clayWall(
  paint: Paint,
  o: { y: number; bottom: number; seed: number; colours?: [string, string] },
) {
  const random = dice(o.seed)
  const [light, dark] = o.colours ?? ['#e6cba0', '#c79f6c']
  return (
    rect(0, o.y, width, o.bottom - o.y, paint.down(light, dark)) +
    rect(0, o.y - 16, width, 26, paint.down('#d9b98a', '#a97f50'), 'rx="10"') +
    repeat(70, () => {
      const [x, y, w] = [random() * width, o.y + 30 + random() * (o.bottom - o.y - 40), 40 + random() * 120]
      return line(
        `M${x} ${y} q${w / 2} ${(random() - 0.5) * 10} ${w} ${(random() - 0.5) * 8}`,
        random() > 0.5 ? '#a97f50' : '#f4e2c2',
        3,
        'opacity="0.28"',
      )
    })
  )
}

/** Vine leaves over a band: overlapping, lit from above. */
export function vine(o: {
  left: number
  right: number
  top: number
  bottom: number
  count: number
  seed: number
  grapes?: number
}) {
  const random = dice(o.seed)
  const greens = ['#4e8a3a', '#66a347', '#3d7433', '#86bd57', '#579640']
  const leaf =
    'M0 -34 C10 -30 14 -22 12 -14 C24 -20 36 -14 38 -2 C30 0 26 4 26 10 C34 16 32 28 22 34 C14 30 8 30 0 38 C-8 30 -14 30 -22 34 C-32 28 -34 16 -26 10 C-26 4 -30 0 -38 -2 C-36 -14 -24 -20 -12 -14 C-14 -22 -10 -30 0 -34 Z'
  const leaves = repeat(o.count, () => {
    const [x, y] = [o.left + random() * (o.right - o.left), o.top + random() ** 1.5 * (o.bottom - o.top)]
    const colour = greens[Math.floor(random() * greens.length)] ?? '#4e8a3a'
    return `<g transform="translate(${x} ${y}) rotate(${random() * 360}) scale(${0.6 + random() * 0.6})">${path(leaf, colour)}${line('M0 -24 V28 M0 4 L22 -6 M0 4 L-22 -6', '#ffffff', 2, 'opacity="0.18"')}</g>`
  })
  const bunches = repeat(o.grapes ?? 0, () => {
    const [x, y] = [
      o.left + random() * (o.right - o.left),
      o.top + (0.55 + random() * 0.4) * (o.bottom - o.top),
    ]
    return at(x, y, bunch(random), 0.8 + random() * 0.4)
  })
  return leaves + bunches
}

const bunch = (random: () => number) =>
  [5, 6, 5, 4, 3, 2, 1]
    .map((count, row) =>
      repeat(count, (index) => {
        const [x, y] = [(index - (count - 1) / 2) * 17 + (random() - 0.5) * 5, row * 15]
        return ellipse(x, y, 10.5, 10.5, '#6d3f78') + ellipse(x - 3, y - 3, 4, 4, '#c9a3d4', 'opacity="0.7"')
      }),
    )
    .join('')
