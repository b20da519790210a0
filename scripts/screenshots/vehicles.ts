import { clayWall, cloud, furrows, grass, hills, mountains, poplars, sky, sun, vine } from './landscape.ts'
import { at, dice, ellipse, height, line, type Paint, path, rect, repeat, shadow, width } from './paint.ts'

/** A wheel at the origin, 80 in radius. */
const wheel = (paint: Paint) =>
  ellipse(0, 0, 80, 80, '#17181b') +
  ellipse(0, 0, 76, 76, paint.glow([0, '#2b2d31'], [0.78, '#232529'], [1, '#101114'])) +
  ellipse(0, 0, 55, 55, paint.down('#f4f6f8', '#a9b1ba')) +
  ellipse(0, 0, 48, 48, '#31353b') +
  repeat(
    5,
    (index) =>
      `<g transform="rotate(${index * 72})">${path('M-7 -8 L-13 -49 L13 -49 L7 -8 Z', paint.across('#eef1f4', '#b8bfc7'))}</g>`,
  ) +
  ellipse(0, 0, 14, 14, paint.glow('#ffffff', '#9aa3ad')) +
  ellipse(0, 0, 52, 52, 'none', 'stroke="#ffffff" stroke-opacity="0.5" stroke-width="3"')

const body =
  'M30 -58 C14 -74 10 -104 17 -128 C22 -160 42 -180 78 -193 C144 -214 232 -227 306 -233 C356 -270 412 -310 472 -326 C532 -340 622 -342 684 -329 C744 -315 794 -280 842 -247 C884 -245 926 -242 951 -234 C973 -224 979 -190 983 -150 C987 -114 984 -80 967 -59 L868 -54 A94 94 0 1 0 684 -54 L285 -51 A94 94 0 1 0 101 -51 Z'
const glass =
  'M330 -239 C376 -272 426 -303 479 -315 C532 -327 612 -328 668 -318 C722 -306 766 -276 806 -246 Z'

/** A three-box saloon seen from its left, front at x = 0, ground at y = 0, 1000 long. */
export function saloon(paint: Paint, colours: { light: string; main: string; deep: string }) {
  const skin = paint.down([0, colours.light], [0.42, colours.main], [0.62, colours.light], [1, colours.deep])
  return (
    shadow(paint, 500, 2, 500, 26, 0.5) +
    ellipse(192, -78, 90, 88, '#0b0c0e') +
    ellipse(776, -78, 90, 88, '#0b0c0e') +
    path(body, skin) +
    `<g clip-path="${paint.clip(path(body, '#000'))}">` +
    rect(0, -96, 1000, 60, paint.down('#000000/0', '#000000/0.42')) +
    path(
      'M0 -150 C240 -196 700 -204 1000 -188 L1000 -172 C700 -188 240 -180 0 -134 Z',
      '#ffffff',
      'opacity="0.3"',
    ) +
    path('M0 -112 L1000 -112 L1000 -100 L0 -102 Z', '#000', 'opacity="0.1"') +
    path('M0 -110 L62 -104 L70 -70 L0 -66 Z', '#15171a') +
    path('M1000 -96 L930 -92 L936 -60 L1000 -60 Z', '#15171a', 'opacity="0.8"') +
    '</g>' +
    path(glass, paint.down('#5f7d96', '#1d2a36')) +
    path('M352 -246 C396 -276 436 -300 484 -310 L540 -316 L470 -244 Z', '#ffffff', 'opacity="0.22"') +
    path('M600 -319 L650 -316 L600 -245 L560 -245 Z', '#ffffff', 'opacity="0.16"') +
    line('M566 -323 L560 -242', '#111418', 15) +
    line('M714 -302 L724 -246', '#111418', 8) +
    line('M318 -238 L812 -245', '#dfe5ea', 5, 'opacity="0.85"') +
    line(
      'M352 -236 C340 -180 342 -120 352 -62 M560 -240 C566 -180 562 -110 556 -60 M726 -244 C742 -210 730 -172 706 -150',
      '#000',
      3.5,
      'opacity="0.38"',
    ) +
    line('M482 -205 h44 M664 -209 h44', '#ffffff', 9, 'opacity="0.85"') +
    line('M482 -200 h44 M664 -204 h44', '#000', 3, 'opacity="0.35"') +
    path(
      'M374 -238 c-24 -4 -40 -14 -38 -26 c2 -12 32 -14 44 -6 c8 6 8 22 6 32 Z',
      colours.main,
      'stroke="#000" stroke-opacity="0.3" stroke-width="3"',
    ) +
    path(
      'M22 -148 C40 -178 74 -190 122 -196 C118 -176 82 -154 26 -136 Z',
      paint.across('#ffffff', '#b9cbdc'),
      'stroke="#3a4148" stroke-width="3"',
    ) +
    ellipse(58, -164, 14, 11, '#fffbe6') +
    path(
      'M918 -238 C946 -236 966 -226 972 -186 C950 -186 926 -200 912 -220 Z',
      paint.across('#c21b24', '#f2474a'),
    ) +
    path('M930 -228 C948 -226 958 -218 964 -202 C948 -204 936 -212 930 -228 Z', '#ffffff', 'opacity="0.35"') +
    at(192, -78, wheel(paint)) +
    at(776, -78, wheel(paint))
  )
}

const white = { light: '#ffffff', main: '#f0f3f5', deep: '#b6c0c9' }
const graphite = { light: '#6b7480', main: '#3a414a', deep: '#14171b' }

export const cobalt = (paint: Paint) =>
  sky(paint, '#4d9fe0', '#a9d6f5', '#eaf6fb') +
  sun(paint, 1290, 190, 60) +
  cloud(330, 190, 1.5) +
  cloud(960, 120, 0.9, 0.65) +
  mountains(paint, { y: 660, tall: 430, seed: 7, rock: ['#7d97bd', '#b9cbe0'], snow: '#ffffff' }) +
  hills(paint.down('#a9c76a', '#7ba74d'), 640, 50) +
  poplars(paint, { from: 20, to: 520, y: 700, size: 0.78, seed: 3 }) +
  poplars(paint, { from: 1230, to: 1600, y: 700, size: 0.62, seed: 9 }) +
  rect(0, 696, width, 90, paint.down('#8cb456', '#6f9a45')) +
  grass({ top: 730, bottom: 800, count: 260, seed: 5, colours: ['#5d8f3a', '#9cc262', '#7aa84b'] }) +
  path('M0 786 H1600 V1200 H0 Z', paint.down('#8f949b', '#5f646b')) +
  rect(0, 784, width, 12, '#d9d4c4') +
  repeat(5, (index) => path(`M${-60 + index * 400} 1080 h220 l14 22 h-248 Z`, '#f3f1e7', 'opacity="0.85"')) +
  at(190, 1000, saloon(paint, white), 1.24)

export const gentra = (paint: Paint) =>
  sky(paint, '#2c3e6b', '#b0698a', '#f4b26b') +
  sun(paint, 330, 350, 56, '#ffd08a') +
  mountains(paint, { y: 640, tall: 300, seed: 12, rock: ['#5d4a78', '#a8688a'] }) +
  clayWall(paint, { y: 520, bottom: 860, seed: 4, colours: ['#c99a6b', '#8f6240'] }) +
  gate(paint) +
  vine({ left: 0, right: 690, top: 470, bottom: 600, count: 170, seed: 9 }) +
  vine({ left: 1300, right: 1600, top: 470, bottom: 640, count: 90, seed: 21 }) +
  rect(0, 850, width, 350, paint.down('#a9876a', '#6a4f3f')) +
  at(1390, 1010, saloon(paint, graphite), -1.2)

const gate = (paint: Paint) =>
  rect(760, 430, 470, 430, paint.down('#2f6f9f', '#1b4568'), 'rx="8"') +
  rect(740, 405, 510, 34, '#7a5436', 'rx="6"') +
  repeat(2, (leaf) =>
    repeat(3, (row) =>
      rect(
        782 + leaf * 218,
        462 + row * 132,
        190,
        112,
        'none',
        'stroke="#8cc0e2" stroke-opacity="0.55" stroke-width="5" rx="8"',
      ),
    ),
  ) +
  line('M995 440 V860', '#0e2d47', 6) +
  ellipse(966, 660, 12, 12, '#f1cf78') +
  ellipse(1024, 660, 12, 12, '#f1cf78')

/** The driver's place of the same car, for a gallery of its own. */
export const dashboard = (paint: Paint) =>
  sky(paint, '#8cc4ee', '#dff0fa') +
  mountains(paint, { y: 490, tall: 250, seed: 31, rock: ['#8ea5c6', '#c3d2e4'], snow: '#ffffff' }) +
  rect(0, 480, width, 200, paint.down('#9cc262', '#7aa84b')) +
  poplars(paint, { from: 90, to: 620, y: 510, size: 0.5, seed: 8 }) +
  poplars(paint, { from: 1010, to: 1540, y: 510, size: 0.5, seed: 18 }) +
  path('M740 480 L860 480 L1500 760 H100 Z', paint.down('#9aa0a6', '#6d7278')) +
  path(
    'M0 0 H1600 V70 C1100 34 500 34 0 70 Z M0 0 H110 C60 240 30 420 0 620 Z M1600 0 H1490 C1540 240 1570 420 1600 620 Z',
    '#1d1f23',
  ) +
  rect(700, 52, 200, 66, '#24262b', 'rx="26"') +
  path(
    'M0 620 C300 540 640 560 820 590 C1100 560 1400 560 1600 610 V1200 H0 Z',
    paint.down('#4a4d53', '#1b1c1f'),
  ) +
  path(
    'M0 640 C300 566 640 584 820 612 C1100 584 1400 584 1600 632',
    'none',
    'stroke="#7a7e86" stroke-width="6"',
  ) +
  rect(890, 690, 330, 220, '#0f1114', 'rx="20"') +
  rect(906, 706, 298, 188, paint.down('#1b5f8f', '#0c2d47'), 'rx="10"') +
  line('M930 860 C1000 780 1060 840 1120 770 S1190 760 1190 740', '#ffffff', 8, 'opacity="0.8"') +
  ellipse(1120, 770, 14, 14, '#ffce54') +
  repeat(3, (index) =>
    ellipse(
      960 + index * 95,
      985,
      36,
      36,
      paint.glow('#5a5e66', '#202226'),
      'stroke="#8b9099" stroke-width="4"',
    ),
  ) +
  rect(1310, 700, 220, 90, '#17181b', 'rx="16"') +
  repeat(4, (index) => line(`M1330 ${718 + index * 18} h180`, '#45484f', 6)) +
  repeat(
    2,
    (index) =>
      ellipse(300 + index * 270, 710, 110, 110, '#0d0e10', 'stroke="#9aa0a8" stroke-width="7"') +
      gauge(300 + index * 270, 710, index),
  ) +
  ellipse(435, 910, 300, 290, 'none', 'stroke="#17181b" stroke-width="58"') +
  ellipse(435, 910, 300, 290, 'none', 'stroke="#3b3e44" stroke-width="14"') +
  path(
    'M150 880 C300 850 560 850 720 880 L716 960 C560 940 310 940 154 960 Z',
    paint.down('#3a3d43', '#202226'),
  ) +
  rect(345, 845, 180, 130, paint.down('#44474e', '#25272b'), 'rx="36"') +
  line('M405 910 h60 M420 896 h30 M420 924 h30', '#e0b552', 9) +
  path('M410 975 L380 1190 H490 L462 975 Z', '#26282c')

const gauge = (x: number, y: number, index: number) =>
  repeat(
    9,
    (tick) =>
      `<g transform="translate(${x} ${y}) rotate(${-120 + tick * 30})">${line('M0 -92 V-76', '#ffffff', 5, 'opacity="0.85"')}</g>`,
  ) +
  `<g transform="translate(${x} ${y}) rotate(${index ? -40 : -80})">${line('M0 14 V-74', '#ff6b4a', 7)}</g>` +
  ellipse(x, y, 14, 14, '#2b2d31')

/** A blue tractor turning the soil, gulls of dust behind it. */
export function tractor(paint: Paint) {
  const random = dice(77)
  return (
    sky(paint, '#6cb2e8', '#cfe8f7', '#fdf3dc') +
    sun(paint, 260, 210, 62) +
    cloud(1050, 180, 1.5) +
    cloud(640, 120, 0.8, 0.6) +
    mountains(paint, { y: 640, tall: 320, seed: 17, rock: ['#8ba3c4', '#c4d3e3'], snow: '#ffffff' }) +
    poplars(paint, { from: 20, to: 330, y: 640, size: 0.5, seed: 19 }) +
    poplars(paint, { from: 980, to: 1600, y: 640, size: 0.42, seed: 23 }) +
    rect(0, 630, width, 600, paint.down('#a9794a', '#5d3b22')) +
    furrows({ horizon: 630, vanish: 700, colour: '#3d2412', count: 26, opacity: 0.4 }) +
    path('M0 630 H1600 V720 C1200 700 500 730 0 700 Z', paint.down('#9cbf5e', '#86a850')) +
    repeat(26, () =>
      ellipse(
        1180 + random() * 420,
        920 + random() * 120,
        20 + random() * 60,
        14 + random() * 30,
        '#d9b58a',
        'opacity="0.16"',
      ),
    ) +
    plough(paint) +
    at(330, 1040, tractorSide(paint), 1.12)
  )
}

const plough = (paint: Paint) =>
  line('M1080 880 L1330 880', '#8c1f1f', 20) +
  repeat(3, (index) =>
    path(
      `M${1130 + index * 85} 880 c10 60 0 100 -34 140 c50 4 78 -20 84 -60 Z`,
      paint.down('#c9ced4', '#6b7178'),
    ),
  ) +
  repeat(5, (index) => path(`M${1080 + index * 80} 1040 q40 -70 90 0 Z`, paint.down('#8b5c36', '#4a2c16')))

const bigWheel = (paint: Paint, radius: number) =>
  repeat(
    18,
    (index) =>
      `<g transform="rotate(${index * 20})">${rect(-radius * 0.09, -radius * 1.06, radius * 0.18, radius * 0.16, '#141518', 'rx="4"')}</g>`,
  ) +
  ellipse(0, 0, radius, radius, paint.glow([0, '#3a3c40'], [0.8, '#26282b'], [1, '#141518'])) +
  ellipse(0, 0, radius * 0.56, radius * 0.56, paint.down('#ffd45a', '#d99a22')) +
  ellipse(0, 0, radius * 0.34, radius * 0.34, '#b77d18') +
  repeat(
    6,
    (index) =>
      `<g transform="rotate(${index * 60})">${ellipse(0, -radius * 0.44, radius * 0.055, radius * 0.055, '#7b5310')}</g>`,
  ) +
  ellipse(0, 0, radius * 0.14, radius * 0.14, '#ffe08a')

/** Seen from the left, front at the left, ground at y = 0, about 720 long. */
const tractorSide = (paint: Paint) => {
  const paintwork = paint.down('#4aa0e6', '#1d5fa6')
  return (
    shadow(paint, 340, 4, 380, 24, 0.45) +
    rect(96, -330, 16, 130, '#2a2c30', 'rx="6"') +
    rect(90, -352, 28, 36, '#3a3d42', 'rx="8"') +
    path(
      'M20 -250 C20 -272 40 -282 70 -284 L360 -296 L372 -140 L60 -140 C34 -140 20 -160 20 -190 Z',
      paintwork,
    ) +
    path('M20 -236 h36 v70 h-36 Z', '#23262a') +
    repeat(5, (index) => line(`M26 ${-228 + index * 14} h24`, '#6c737b', 5)) +
    ellipse(40, -256, 16, 16, '#fff6cf', 'stroke="#23262a" stroke-width="5"') +
    repeat(4, (index) => line(`M${150 + index * 34} -250 v64`, '#123f70', 8, 'opacity="0.6"')) +
    path('M60 -268 L356 -282', 'none', 'stroke="#ffffff" stroke-opacity="0.5" stroke-width="7"') +
    path(
      'M352 -150 L362 -300 L392 -470 H600 C618 -470 626 -460 626 -444 L632 -150 Z',
      paint.down('#3a8fd6', '#1b568f'),
    ) +
    path('M392 -304 L412 -448 H500 V-304 Z', paint.down('#d9eefb', '#8db8d3')) +
    path('M520 -448 H602 L606 -304 H520 Z', paint.down('#d9eefb', '#8db8d3')) +
    path('M420 -320 L436 -440 h30 L440 -320 Z M536 -440 h26 l-6 130 h-20 Z', '#ffffff', 'opacity="0.4"') +
    ellipse(470, -366, 24, 28, '#8b5e3c') +
    path('M446 -376 c6 -26 46 -26 50 0 c-14 -10 -36 -10 -50 0 Z', '#20242a') +
    path('M430 -304 c4 -40 76 -40 84 0 Z', '#d9573f') +
    rect(376, -492, 266, 30, paint.down('#ffffff', '#c9d2da'), 'rx="14"') +
    path('M330 -190 H660 C700 -190 712 -150 704 -120 H640 L420 -120 Z', '#1a4f85') +
    at(560, -160, bigWheel(paint, 160)) +
    at(120, -98, bigWheel(paint, 98)) +
    path('M392 -214 C410 -330 690 -350 726 -190 L698 -186 C666 -300 452 -290 424 -208 Z', paintwork)
  )
}

/** How good the tyres are: the wheel from near. */
export const tyre = (paint: Paint) =>
  rect(0, 0, width, 860, paint.down('#ffffff', '#e9eef2', '#c3ccd4')) +
  path('M0 210 C400 150 1100 140 1600 190 L1600 222 C1100 176 400 184 0 244 Z', '#ffffff', 'opacity="0.9"') +
  line('M0 250 C400 190 1100 182 1600 228', '#8f9aa5', 4, 'opacity="0.7"') +
  line('M1180 0 C1200 200 1240 380 1360 560', '#6f7a85', 6, 'opacity="0.55"') +
  rect(0, 850, width, height - 850, paint.down('#8b8f95', '#53575d')) +
  path('M240 860 A560 560 0 0 1 1360 860 Z', '#0c0d0f') +
  shadow(paint, 800, 1130, 560, 40, 0.6) +
  at(800, 660, wheel(paint), 5.8)
