import { cloud, flowers, grass, hills, orchardTree, poplars, sky, sun } from './landscape.ts'
import { at, dice, ellipse, height, line, type Paint, path, rect, repeat, shadow, width } from './paint.ts'

/** A wooden crate, left top at the origin, 900 wide; `fruit` is heaped in it. */
function crate(paint: Paint, fruit: string) {
  const slat = (y: number) =>
    rect(0, y, 900, 84, paint.down('#e3b678', '#b98044'), 'rx="8"') +
    line(`M20 ${y + 30} C300 ${y + 20} 600 ${y + 44} 880 ${y + 28}`, '#9a6631', 4, 'opacity="0.5"') +
    line(`M30 ${y + 58} C260 ${y + 66} 640 ${y + 50} 870 ${y + 62}`, '#9a6631', 3, 'opacity="0.4"')
  return (
    shadow(paint, 450, 330, 500, 34, 0.5) +
    rect(10, -30, 880, 340, '#5f3d1d') +
    fruit +
    slat(60) +
    slat(156) +
    slat(252) +
    [30, 806]
      .map(
        (x) =>
          rect(x, 40, 64, 300, paint.across('#d3a263', '#9a6631'), 'rx="6"') +
          [74, 190, 286].map((y) => ellipse(x + 32, y + 26, 7, 7, '#6b4a27')).join(''),
      )
      .join('')
  )
}

/** Fruit heaped from the back row to the front. */
function heap(random: () => number, draw: (turn: number) => string) {
  const rows = [
    { y: -120, count: 6, inset: 190 },
    { y: -70, count: 8, inset: 100 },
    { y: -10, count: 9, inset: 60 },
    { y: 46, count: 9, inset: 70 },
  ]
  return rows
    .map(({ y, count, inset }) =>
      repeat(count, (index) => {
        const x = inset + (index * (900 - 2 * inset)) / (count - 1)
        return at(
          x + (random() - 0.5) * 24,
          y + (random() - 0.5) * 24,
          draw((random() - 0.5) * 70),
          0.94 + random() * 0.14,
        )
      }),
    )
    .join('')
}

function apple(paint: Paint) {
  const skin = [
    paint.glow([0, '#ff7a5c'], [0.6, '#d62f2a'], [1, '#8f1418']),
    paint.glow([0, '#ffb36b'], [0.55, '#e2452f'], [1, '#9c1c1a']),
  ]
  let turn = 0
  return (angle: number) => {
    const fill = skin[turn++ % 2]
    return `<g transform="rotate(${angle})">${path('M0 -52 C30 -72 74 -58 74 -8 C74 44 40 74 0 68 C-40 74 -74 44 -74 -8 C-74 -58 -30 -72 0 -52 Z', `${fill}`)}${ellipse(-28, -22, 16, 24, '#ffffff', 'opacity="0.42" transform="rotate(24 -28 -22)"')}${path('M-18 -50 C-8 -40 8 -40 18 -50 C8 -56 -8 -56 -18 -50 Z', '#5c0f10', 'opacity="0.6"')}${line('M0 -48 C2 -66 8 -78 18 -86', '#5b3a1c', 7)}</g>`
  }
}

function apricot(paint: Paint) {
  const skin = paint.glow([0, '#ffd98a'], [0.55, '#f7a83c'], [1, '#d9701e'])
  return (angle: number) =>
    `<g transform="rotate(${angle})">${ellipse(0, 0, 62, 60, skin)}${ellipse(26, 14, 26, 30, '#e2542c', 'opacity="0.28"')}${line('M4 -58 C-18 -20 -16 24 4 58', '#b8541a', 4, 'opacity="0.5"')}${ellipse(-22, -22, 12, 16, '#ffffff', 'opacity="0.45"')}</g>`
}

const leaves = (x: number, y: number) =>
  repeat(
    4,
    (index) =>
      `<g transform="translate(${x} ${y}) rotate(${-50 + index * 38})">${path('M0 0 C26 -34 26 -84 0 -118 C-26 -84 -26 -34 0 0 Z', index % 2 ? '#5d9e3f' : '#3e7e33')}${line('M0 0 V-100', '#dff0c0', 3, 'opacity="0.5"')}</g>`,
  )

export const apples = (paint: Paint) =>
  sky(paint, '#8ccdf0', '#e6f4e6') +
  sun(paint, 240, 170, 54) +
  hills(paint.down('#a6cf6a', '#74ab4a'), 420, 40) +
  [
    [90, 560, 1.15],
    [470, 520, 0.9],
    [1180, 530, 0.95],
    [1490, 580, 1.2],
  ]
    .map(([x = 0, y = 0, size = 1]) => at(x, y, orchardTree(paint) + redDots(Math.round(x)), size))
    .join('') +
  rect(0, 560, width, 700, paint.down('#8dbf55', '#4d8a38')) +
  grass({ top: 580, bottom: 1200, count: 900, seed: 91, colours: ['#4b8a37', '#79b04d', '#9cca63'] }) +
  at(330, 800, crate(paint, heap(dice(90), apple(paint))), 1.06) +
  leaves(560, 700) +
  leaves(1030, 730) +
  at(230, 1120, apple(paint)(-12), 1.1) +
  at(1410, 1150, apple(paint)(20), 1.15)

const redDots = (seed: number) => {
  const random = dice(seed)
  return repeat(16, () => ellipse((random() - 0.5) * 190, -130 - random() * 110, 9, 9, '#d8392d'))
}

export const apricots = (paint: Paint) =>
  rect(0, 0, width, 640, paint.down('#f4d9ad', '#dcae74')) +
  repeat(9, (index) => line(`M${index * 200} 0 V640`, '#b98a52', 5, 'opacity="0.35"')) +
  path('M0 0 L900 0 L1500 640 H300 Z', '#ffffff', 'opacity="0.22"') +
  rect(0, 620, width, 580, paint.down('#8d5f38', '#5d3a1e')) +
  repeat(5, (index) => line(`M0 ${700 + index * 110} H1600`, '#3f2512', 6, 'opacity="0.4"')) +
  at(120, 640, crate(paint, heap(dice(95), apricot(paint))), 0.74) +
  at(830, 650, crate(paint, heap(dice(96), apricot(paint))), 0.74) +
  at(430, 850, crate(paint, heap(dice(97), apricot(paint))), 0.86) +
  leaves(640, 770) +
  leaves(1000, 800) +
  [
    [190, 1130],
    [320, 1160],
    [1360, 1120],
  ]
    .map(([x = 0, y = 0]) => at(x, y, shadow(paint, 0, 56, 60, 12) + apricot(paint)(-10)))
    .join('')

/** A telephone lying on a table, its back and its face. */
export const phone = (paint: Paint) =>
  rect(0, 0, width, height, paint.down('#d9b98f', '#b48a5c')) +
  repeat(24, (index) =>
    line(
      `M0 ${index * 54 + 20} C500 ${index * 54 + 44} 1000 ${index * 54} 1600 ${index * 54 + 26}`,
      '#8a6238',
      3,
      'opacity="0.28"',
    ),
  ) +
  path('M0 0 L700 0 L1500 1200 H500 Z', '#fff6e0', 'opacity="0.24"') +
  `<g transform="rotate(-14 560 600)">${phoneShadow(paint, 330, 150)}${phoneBack(paint)}</g>` +
  `<g transform="rotate(10 1090 620)">${phoneShadow(paint, 880, 160)}${phoneFace(paint)}</g>` +
  cup(paint)

const phoneShadow = (paint: Paint, x: number, y: number) =>
  rect(x + 22, y + 34, 440, 880, '#2a1806', `rx="70" opacity="0.45" filter="${paint.blur(26)}"`)

const phoneBack = (paint: Paint) =>
  rect(330, 150, 440, 880, paint.across('#aab6c2', '#e8edf2', '#8e9aa6'), 'rx="72"') +
  rect(338, 158, 424, 864, paint.down('#27496b', '#163049'), 'rx="66"') +
  path('M338 700 L762 250 V420 L338 870 Z', '#ffffff', 'opacity="0.08"') +
  rect(
    362,
    182,
    200,
    200,
    paint.down('#345d84', '#1c3d5c'),
    'rx="52" stroke="#5c86ad" stroke-opacity="0.5" stroke-width="3"',
  ) +
  [
    [418, 238],
    [506, 326],
  ]
    .map(
      ([x = 0, y = 0]) =>
        ellipse(x, y, 42, 42, '#0b1622', 'stroke="#7d9dbb" stroke-width="5"') +
        ellipse(x, y, 24, 24, paint.glow('#3c5f86', '#05090f')) +
        ellipse(x - 9, y - 9, 6, 6, '#ffffff', 'opacity="0.8"'),
    )
    .join('') +
  ellipse(508, 236, 14, 14, '#fff4cf')

const phoneFace = (paint: Paint) =>
  rect(870, 160, 440, 880, paint.across('#b7c0c9', '#eef2f5', '#98a3ae'), 'rx="72"') +
  rect(880, 170, 420, 860, '#07090c', 'rx="64"') +
  rect(894, 184, 392, 832, paint.down('#2b5fa8', '#7b5bb5', '#f09a6a'), 'rx="52"') +
  path(
    'M894 800 C1000 700 1080 860 1286 720 V964 a52 52 0 0 1 -52 52 H946 a52 52 0 0 1 -52 -52 Z',
    '#3a2f6b',
    'opacity="0.55"',
  ) +
  path(
    'M894 880 C1010 800 1130 920 1286 830 V964 a52 52 0 0 1 -52 52 H946 a52 52 0 0 1 -52 -52 Z',
    '#1c1b46',
    'opacity="0.7"',
  ) +
  rect(1020, 184, 140, 34, '#07090c', 'rx="17"') +
  rect(990, 330, 200, 14, '#ffffff', 'rx="7" opacity="0.85"') +
  rect(1030, 362, 120, 66, '#ffffff', 'rx="12" opacity="0.9"') +
  rect(1026, 992, 128, 8, '#ffffff', 'rx="4" opacity="0.8"') +
  path('M894 600 L1180 184 h106 v60 L894 860 Z', '#ffffff', 'opacity="0.1"')

const cup = (paint: Paint) =>
  shadow(paint, 1480, 190, 150, 60, 0.4) +
  ellipse(1460, 150, 190, 176, paint.glow([0.7, '#ffffff'], [1, '#d5dde3'])) +
  ellipse(1460, 150, 130, 120, paint.glow('#2f67b0', '#1d4a8a')) +
  repeat(
    10,
    (index) =>
      `<g transform="translate(1460 150) rotate(${index * 36})">${ellipse(0, -104, 9, 20, '#ffffff', 'opacity="0.8"')}</g>`,
  ) +
  ellipse(1460, 150, 96, 88, paint.glow('#c98a3a', '#8f5a1e'))

/** A pram in the park. */
export const pram = (paint: Paint) =>
  sky(paint, '#8fd0f2', '#e9f6f2') +
  sun(paint, 1350, 160, 54) +
  cloud(360, 150, 1.1) +
  hills(paint.down('#b4d77a', '#86bb58'), 560, 50) +
  poplars(paint, { from: 40, to: 420, y: 640, size: 0.9, seed: 101 }) +
  [
    [1080, 650, 1.2],
    [1460, 670, 1.5],
  ]
    .map(([x = 0, y = 0, size = 1]) => at(x, y, orchardTree(paint, '#a4cf6b', '#5d9a4c'), size))
    .join('') +
  rect(0, 640, width, 560, paint.down('#9ccb62', '#63a044')) +
  path(
    'M700 640 C760 640 800 640 860 640 C1000 800 1500 900 1600 1010 V1200 H0 V1080 C400 960 640 820 700 640 Z',
    paint.down('#f0e2c6', '#cfb98f'),
  ) +
  grass({ top: 660, bottom: 900, count: 260, seed: 104, colours: ['#5f9b3f', '#8cc057', '#a9d573'] }) +
  flowers({
    top: 680,
    bottom: 900,
    count: 60,
    seed: 107,
    colours: ['#f06a8a', '#ffffff', '#ffd34d', '#b68be0'],
  }) +
  at(410, 1110, pramSide(paint))

const pramSide = (paint: Paint) => {
  const tyre = (x: number) =>
    ellipse(x, -110, 108, 108, 'none', 'stroke="#24282d" stroke-width="24"') +
    ellipse(x, -110, 92, 92, 'none', 'stroke="#cfd6dc" stroke-width="8"') +
    repeat(
      8,
      (index) =>
        `<g transform="translate(${x} -110) rotate(${index * 45})">${line('M0 0 V-90', '#aeb7bf', 5)}</g>`,
    ) +
    ellipse(x, -110, 22, 22, '#eef2f5', 'stroke="#8d97a1" stroke-width="5"')
  return (
    shadow(paint, 400, 4, 420, 30, 0.4) +
    line('M200 -110 L560 -330 M600 -110 L230 -330', '#8d97a1', 18) +
    line('M640 -420 C740 -520 790 -590 800 -640', '#8d97a1', 18) +
    line('M776 -652 L836 -640', '#5a3a1f', 30) +
    path(
      'M90 -540 H690 C700 -400 640 -300 520 -290 H260 C150 -300 90 -400 90 -540 Z',
      paint.down('#e8697d', '#b23a55'),
    ) +
    path('M90 -540 H690 L686 -500 H92 Z', '#ffffff', 'opacity="0.85"') +
    path('M90 -545 C70 -720 190 -850 370 -850 L400 -545 Z', paint.across('#f08a9a', '#c64a63')) +
    repeat(3, (index) =>
      line(
        `M370 -850 C${280 - index * 80} ${-800 + index * 50} ${230 - index * 70} ${-700 + index * 40} ${220 - index * 56} -545`,
        '#8f2a41',
        5,
        'opacity="0.5"',
      ),
    ) +
    path('M370 -850 L400 -545 L424 -548 C420 -660 410 -760 388 -846 Z', '#ffffff', 'opacity="0.85"') +
    path('M400 -545 C470 -600 600 -600 690 -545 Z', paint.down('#fff6e6', '#eed9b4')) +
    repeat(5, (index) => ellipse(450 + index * 50, -556, 8, 8, '#e8697d')) +
    path('M170 -250 H560 L530 -200 H200 Z', '#4a5057') +
    tyre(190) +
    tyre(610)
  )
}
