import { clayWall, cloud, flowers, grass, hills, mountains, poplars, sky, sun } from './landscape.ts'
import { at, dice, ellipse, line, type Paint, path, rect, repeat, shadow, width } from './paint.ts'

interface Coat {
  light: string
  deep: string
  /** Black patches of a black-pied cow. */
  patches?: string
  muzzle: string
  horn: string
  /** A milking cow's udder; a bull calf has none. */
  udder: boolean
}

const barrel =
  'M250 -560 C330 -590 460 -566 560 -570 C660 -576 760 -600 850 -572 C910 -552 930 -490 922 -420 C914 -340 880 -290 850 -270 C760 -226 620 -216 500 -222 C400 -226 330 -244 282 -290 C236 -340 214 -400 214 -470 C214 -520 226 -548 250 -560 Z'
const neck = 'M330 -572 C270 -600 210 -640 150 -660 L84 -560 C110 -500 160 -440 236 -352 L360 -400 Z'
const skull =
  'M176 -690 C150 -716 104 -716 82 -688 C58 -650 44 -590 18 -546 C-4 -514 -8 -478 16 -458 C40 -440 80 -446 102 -472 C130 -510 168 -560 184 -606 C194 -636 194 -668 176 -690 Z'

/** Cattle seen from the left, ground at y = 0, about 960 long and 720 high. */
function cattle(paint: Paint, coat: Coat) {
  const skin = paint.down([0, coat.light], [0.55, coat.light], [1, coat.deep])
  const far = paint.down(coat.deep, '#4f463e')
  const leg = (x: number, fill: string, bend: number) =>
    path(
      `M${x - 44} -330 C${x - 46} -240 ${x - 26 + bend} -190 ${x - 24 + bend} -130 L${x - 22} -24 H${x + 24} L${x + 22 + bend} -140 C${x + 26 + bend} -200 ${x + 52} -250 ${x + 54} -330 Z`,
      fill,
    ) + path(`M${x - 26} -30 H${x + 28} L${x + 32} 0 H${x - 34} Z`, '#2f2822')
  return (
    shadow(paint, 540, 4, 480, 30, 0.45) +
    leg(392, far, 6) +
    leg(760, far, -14) +
    line('M916 -520 C980 -480 960 -330 972 -230', coat.deep, 18) +
    path('M958 -240 C944 -190 950 -150 972 -128 C996 -150 996 -200 986 -240 Z', coat.patches ?? coat.deep) +
    (coat.udder
      ? path(
          'M640 -250 C650 -180 700 -160 760 -176 C810 -190 830 -230 826 -270 Z',
          paint.down('#f3c3b4', '#d99a8c'),
        ) + line('M690 -178 v28 M738 -178 v26', '#d08f82', 20)
      : '') +
    path(neck, skin) +
    path(barrel, skin) +
    (coat.patches
      ? `<g clip-path="${paint.clip(path(barrel, '#000') + path(neck, '#000'))}" fill="${coat.patches}">` +
        '<path d="M380 -620 C500 -610 560 -560 556 -490 C552 -420 480 -380 430 -410 C380 -440 340 -430 330 -490 C322 -540 330 -600 380 -620 Z"/>' +
        '<path d="M720 -620 C840 -640 960 -560 940 -470 C920 -400 860 -430 810 -400 C760 -376 700 -410 706 -470 C710 -520 680 -590 720 -620 Z"/>' +
        '<path d="M560 -330 C620 -350 660 -310 650 -270 C640 -230 560 -220 540 -260 C530 -290 536 -320 560 -330 Z"/>' +
        '<path d="M180 -680 C230 -660 270 -610 262 -560 C240 -520 200 -520 170 -540 L90 -560 Z"/></g>'
      : '') +
    path(
      'M262 -330 C360 -250 560 -236 720 -250 C800 -258 860 -290 890 -330 C880 -290 860 -270 850 -268 C760 -226 620 -216 500 -222 C400 -226 320 -250 262 -330 Z',
      '#3a2a1c',
      'opacity="0.22"',
    ) +
    path(
      'M270 -556 C340 -580 460 -560 560 -564 C660 -570 760 -592 846 -566 C760 -572 660 -548 560 -544 C460 -540 340 -556 270 -556 Z',
      '#ffffff',
      'opacity="0.35"',
    ) +
    leg(300, skin, -6) +
    leg(856, skin, 12) +
    path('M172 -668 C216 -700 262 -692 282 -664 C262 -636 220 -626 186 -636 Z', coat.patches ?? coat.deep) +
    path('M196 -660 C222 -676 246 -674 260 -662 C244 -648 216 -642 196 -648 Z', '#e8b7a5', 'opacity="0.8"') +
    path(
      'M96 -696 C84 -730 92 -764 118 -774 C112 -746 116 -722 128 -704 Z M160 -700 C168 -734 190 -756 214 -754 C196 -736 188 -716 186 -690 Z',
      coat.horn,
    ) +
    path(skull, coat.patches ? paint.across('#ffffff', '#d9d3ca') : skin) +
    (coat.patches
      ? path(
          'M176 -690 C150 -716 128 -714 116 -704 C128 -640 120 -570 150 -530 C170 -560 182 -590 186 -606 C194 -636 194 -668 176 -690 Z',
          coat.patches,
        )
      : '') +
    path(
      'M18 -546 C-4 -514 -8 -478 16 -458 C40 -440 80 -446 102 -472 C116 -490 120 -510 108 -524 C84 -548 44 -560 18 -546 Z',
      coat.muzzle,
    ) +
    ellipse(24, -500, 8, 12, '#7d4a40') +
    line('M34 -464 C56 -456 78 -462 92 -476', '#8f574b', 4) +
    ellipse(110, -618, 14, 16, '#1c1512') +
    ellipse(106, -623, 5, 5, '#ffffff') +
    line('M92 -640 C104 -648 120 -646 128 -636', '#3a2a1c', 5, 'opacity="0.6"') +
    path('M118 -716 C132 -728 160 -726 170 -704 C160 -684 138 -676 124 -690 Z', coat.deep)
  )
}

export const cow = (paint: Paint) =>
  sky(paint, '#58abe6', '#b5def5', '#f3f7e4') +
  sun(paint, 1330, 180, 56) +
  cloud(420, 170, 1.3) +
  cloud(1010, 240, 0.8, 0.6) +
  mountains(paint, { y: 660, tall: 360, seed: 41, rock: ['#86a1c5', '#c2d4e6'], snow: '#ffffff' }) +
  hills(paint.down('#b3cf74', '#86b454'), 640, 70, 60) +
  poplars(paint, { from: 1240, to: 1600, y: 690, size: 0.6, seed: 14 }) +
  hills(paint.down('#93c058', '#4f8f3b'), 730, 46, -120) +
  grass({
    top: 740,
    bottom: 1200,
    count: 900,
    seed: 2,
    colours: ['#4b8a37', '#79b04d', '#9cca63', '#3f7a30'],
  }) +
  flowers({
    top: 800,
    bottom: 1190,
    count: 90,
    seed: 8,
    colours: ['#e8452f', '#ffffff', '#ffd34d', '#e8452f'],
  }) +
  at(
    300,
    1080,
    cattle(paint, {
      light: '#ffffff',
      deep: '#cfc6ba',
      patches: '#26221f',
      muzzle: '#efb7a7',
      horn: '#d8c7a6',
      udder: true,
    }),
  ) +
  grass({ top: 1050, bottom: 1200, count: 260, seed: 6, colours: ['#4b8a37', '#6fa945', '#8fc258'] })

export function calf(paint: Paint) {
  const random = dice(15)
  const straw = ['#e8c766', '#d3a940', '#f3dc92', '#b98d34']
  return (
    sky(paint, '#86c5ee', '#dff0f7') +
    poplars(paint, { from: 60, to: 700, y: 420, size: 0.8, seed: 44 }) +
    clayWall(paint, { y: 330, bottom: 860, seed: 40 }) +
    rect(1120, 300, 420, 420, paint.down('#c08a52', '#83552b'), 'rx="6"') +
    repeat(6, (index) => rect(1132 + index * 68, 312, 60, 400, paint.down('#d09a62', '#94642f'))) +
    line('M1130 400 H1534 M1130 620 H1534', '#6f4622', 18) +
    rect(0, 840, width, 360, paint.down('#cda878', '#94703f')) +
    repeat(420, () => {
      const [x, y, turn] = [random() * width, 850 + random() * 340, random() * Math.PI]
      return line(
        `M${x} ${y} l${Math.cos(turn) * 34} ${Math.sin(turn) * 10}`,
        straw[Math.floor(random() * 4)] ?? '#e8c766',
        4,
        'opacity="0.8"',
      )
    }) +
    at(
      360,
      1090,
      cattle(paint, { light: '#b5703c', deep: '#7d4722', muzzle: '#d9a58c', horn: '#cdb58a', udder: false }),
      0.98,
    ) +
    haystack(paint, random, straw)
  )
}

const haystack = (paint: Paint, random: () => number, straw: string[]) =>
  shadow(paint, 1450, 1090, 260, 26) +
  path(
    'M1180 1100 C1200 900 1330 790 1460 800 C1600 810 1660 960 1700 1100 Z',
    paint.down('#f0d27a', '#b98a35'),
  ) +
  repeat(160, () => {
    const [x, y] = [1230 + random() * 380, 860 + random() * 230]
    return line(
      `M${x} ${y} q${(random() - 0.5) * 60} ${random() * 30} ${(random() - 0.5) * 80} ${20 + random() * 40}`,
      straw[Math.floor(random() * 4)] ?? '#e8c766',
      4,
      'opacity="0.7"',
    )
  })
