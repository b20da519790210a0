import {
  clayWall,
  cloud,
  furrows,
  grass,
  hills,
  mountains,
  orchardTree,
  poplars,
  sky,
  sun,
  vine,
} from './landscape.ts'
import { at, dice, ellipse, height, line, type Paint, path, rect, repeat, shadow, width } from './paint.ts'

/** A courtyard under a vine: carved columns, a blue door, a tapchan with quilts. */
export function courtyard(paint: Paint) {
  const column = (x: number) =>
    rect(x - 15, 400, 30, 420, paint.across('#a9743f', '#6f4522')) +
    path(`M${x - 58} 380 H${x + 58} L${x + 18} 440 H${x - 18} Z`, '#8a5a2c') +
    path(`M${x - 26} 820 L${x + 26} 820 L${x + 34} 880 H${x - 34} Z`, '#8d8578') +
    ellipse(x, 760, 24, 34, paint.across('#b98347', '#74491f'))
  return (
    sky(paint, '#63b4ea', '#cfe9f7') +
    cloud(1280, 130, 1.1, 0.7) +
    path('M0 260 H1600 V330 H0 Z', paint.down('#b86a45', '#8c4a2f')) +
    repeat(40, (index) => line(`M${index * 41} 262 v66`, '#6f3620', 4, 'opacity="0.4"')) +
    rect(0, 330, width, 530, paint.down('#fdf4e2', '#ecdcbc')) +
    rect(0, 330, width, 70, '#000', 'opacity="0.12"') +
    [190, 1110].map((x) => window(paint, x)).join('') +
    rect(690, 470, 240, 392, paint.down('#3d86b8', '#1f557f'), 'rx="6"') +
    repeat(2, (leaf) =>
      repeat(2, (row) =>
        rect(
          712 + leaf * 104,
          496 + row * 184,
          92,
          160,
          'none',
          'stroke="#a7d3ef" stroke-opacity="0.65" stroke-width="5" rx="46"',
        ),
      ),
    ) +
    line('M810 476 V858', '#123a59', 5) +
    ellipse(794, 690, 8, 8, '#f4d27a') +
    ellipse(826, 690, 8, 8, '#f4d27a') +
    rect(0, 856, width, 344, paint.down('#d9b48c', '#a67d55')) +
    repeat(9, (row) => line(`M0 ${870 + row * row * 4.4} H1600`, '#8a6240', 3, 'opacity="0.28"')) +
    repeat(21, (index) =>
      line(
        `M${800 + (index - 10) * 92} 858 L${800 + (index - 10) * 260} 1200`,
        '#8a6240',
        3,
        'opacity="0.22"',
      ),
    ) +
    path('M560 858 H1080 L1300 1200 H420 Z', '#fff3d6', 'opacity="0.2"') +
    [110, 600, 1010, 1500].map(column).join('') +
    tapchan(paint) +
    [90, 1370, 1490].map((x, index) => pot(paint, x, 1060 + index * 26)).join('') +
    line('M0 372 H1600 M0 200 L1600 150', '#7a5230', 12) +
    vine({ left: -20, right: 1620, top: 70, bottom: 420, count: 420, seed: 52, grapes: 13 })
  )
}

const window = (paint: Paint, x: number) =>
  rect(x, 490, 300, 250, '#8a5a2c', 'rx="6"') +
  rect(x + 16, 506, 268, 218, paint.down('#93bcd6', '#3f6984')) +
  path(`M${x + 30} 720 L${x + 130} 510 h50 L${x + 80} 720 Z`, '#ffffff', 'opacity="0.25"') +
  path(
    `M${x + 16} 506 h60 c-10 80 -30 150 -60 200 Z M${x + 284} 506 h-60 c10 80 30 150 60 200 Z`,
    '#ffffff',
    'opacity="0.75"',
  ) +
  line(`M${x + 150} 506 v218 M${x + 16} 590 h268`, '#8a5a2c', 12) +
  rect(x - 14, 736, 328, 22, '#a9743f')

const tapchan = (paint: Paint) =>
  shadow(paint, 420, 1130, 330, 26) +
  [170, 660].map((x) => rect(x, 1010, 30, 120, '#7a4f28')).join('') +
  rect(140, 970, 580, 54, paint.down('#b27b43', '#7f5228'), 'rx="8"') +
  repeat(12, (index) => line(`M${166 + index * 48} 936 v40`, '#8a5a2c', 9)) +
  line('M150 934 H712', '#a06a36', 16) +
  path(
    'M150 972 C300 950 560 950 710 972 L716 1000 C560 984 300 984 144 1000 Z',
    paint.across('#c0392b', '#e0a33a', '#2f7fa8', '#c0392b'),
  ) +
  ['#b83a4b', '#e3b34a', '#3a8f86']
    .map((colour, index) =>
      rect(560 - index * 6, 930 - index * 34, 140, 36, paint.down(colour, '#5a2a2a'), 'rx="16"'),
    )
    .join('') +
  ellipse(360, 962, 96, 15, '#7a4f28') +
  path('M330 950 c-6 -40 60 -40 54 0 Z', paint.across('#2b63b0', '#ffffff', '#2b63b0')) +
  ellipse(300, 952, 20, 10, '#ffffff') +
  ellipse(424, 954, 20, 10, '#ffffff')

const pot = (paint: Paint, x: number, y: number) =>
  path(`M${x - 50} ${y - 90} H${x + 50} L${x + 34} ${y} H${x - 34} Z`, paint.across('#d0764a', '#96492a')) +
  rect(x - 56, y - 104, 112, 22, '#b9623b', 'rx="6"') +
  repeat(
    9,
    (index) =>
      `<g transform="translate(${x} ${y - 100}) rotate(${-72 + index * 18})">${path('M0 0 C14 -40 12 -80 0 -104 C-12 -80 -14 -40 0 0 Z', index % 2 ? '#5a9a43' : '#3f7f37')}${index % 3 === 0 ? ellipse(0, -108, 17, 17, '#e8506b') : ''}</g>`,
  )

/** A bright living room on an upper floor. */
export const flat = (paint: Paint) =>
  rect(0, 0, width, 860, paint.down('#f6efe4', '#e6d8c3')) +
  rect(0, 0, width, 60, '#ffffff') +
  rect(420, 130, 640, 520, '#ffffff', 'rx="6"') +
  rect(440, 150, 600, 480, paint.down('#6fb7ea', '#d8eef8')) +
  `<g clip-path="${paint.clip(rect(440, 150, 600, 480, '#000'))}">${mountains(paint, { y: 480, tall: 190, seed: 62, rock: ['#8aa4c6', '#c5d5e5'], snow: '#ffffff' })}${rect(440, 470, 600, 200, '#8dbb5c')}${repeat(7, (index) => rect(452 + index * 90, 440 - (index % 3) * 46, 62, 220, paint.down('#f3e3c8', '#cdb48c')) + repeat(6, (pane) => rect(464 + index * 90 + (pane % 2) * 24, 456 - (index % 3) * 46 + Math.floor(pane / 2) * 30, 14, 16, '#6d8aa3')))}${poplars(paint, { from: 450, to: 1040, y: 640, size: 0.3, seed: 60 })}</g>` +
  line('M740 150 V630 M440 300 H1040', '#ffffff', 16) +
  rect(400, 640, 680, 30, '#ffffff', 'rx="4"') +
  [330, 1030]
    .map((x) =>
      path(
        `M${x} 90 h120 c-16 200 20 420 -6 720 h-108 c16 -280 -16 -500 -6 -720 Z`,
        paint.across('#d9b9a0', '#f3e0cf', '#cfab8f'),
        'opacity="0.94"',
      ),
    )
    .join('') +
  rect(270, 70, 940, 22, '#8a6a4a', 'rx="10"') +
  rect(0, 850, width, 350, paint.down('#c8935c', '#8f5f34')) +
  repeat(16, (index) =>
    line(`M${800 + (index - 8) * 90} 852 L${800 + (index - 8) * 250} 1200`, '#6f4622', 3, 'opacity="0.35"'),
  ) +
  path('M450 856 H1040 L1240 1200 H330 Z', '#fff6df', 'opacity="0.28"') +
  path('M300 980 L1230 980 L1400 1170 H150 Z', paint.across('#8f2f3a', '#c5525a', '#8f2f3a')) +
  path('M340 994 L1192 994 L1338 1154 H212 Z', 'none', 'stroke="#f0d9a5" stroke-width="10"') +
  repeat(
    6,
    (index) =>
      ellipse(440 + index * 140, 1074, 44, 26, '#f0d9a5', 'opacity="0.75"') +
      ellipse(440 + index * 140, 1074, 22, 12, '#8f2f3a'),
  ) +
  couch(paint, 60, 960, 0.74, ['#7fa7a0', '#4f7a74']) +
  rect(1250, 760, 300, 190, paint.down('#9a6b3f', '#6b4524'), 'rx="6"') +
  rect(1230, 500, 340, 220, '#15171b', 'rx="8"') +
  rect(1242, 512, 316, 196, paint.down('#27455f', '#101b26')) +
  path('M1260 690 L1400 520 h60 L1330 690 Z', '#ffffff', 'opacity="0.12"') +
  line('M1400 720 v40', '#15171b', 14) +
  lamp(paint)

const lamp = (paint: Paint) =>
  line('M740 60 V110', '#6b5138', 6) +
  ellipse(740, 150, 250, 200, paint.glow('#fff0c0/0.75', '#fff0c0/0')) +
  path('M670 150 C676 108 804 108 810 150 Z', paint.down('#ffe9b0', '#e5b65a'))

/** A sofa, left foot at (x, y). */
function couch(paint: Paint, x: number, y: number, size: number, [light, deep]: [string, string]) {
  const cloth = paint.down(light, deep)
  return at(
    x,
    y,
    shadow(paint, 500, 0, 520, 24, 0.4) +
      rect(60, -40, 34, 40, '#5a3a1f') +
      rect(906, -40, 34, 40, '#5a3a1f') +
      rect(70, -400, 860, 260, cloth, 'rx="54"') +
      [92, 506]
        .map((left) =>
          rect(
            left,
            -380,
            402,
            190,
            paint.down(light, deep),
            'rx="40" stroke="#000" stroke-opacity="0.12" stroke-width="5"',
          ),
        )
        .join('') +
      rect(60, -150, 880, 116, paint.down(light, deep), 'rx="26"') +
      [84, 502]
        .map(
          (left) =>
            rect(left, -206, 414, 92, paint.down('#ffffff/0.28', deep), 'rx="34"') +
            rect(left, -206, 414, 92, 'none', 'rx="34" stroke="#000" stroke-opacity="0.16" stroke-width="5"'),
        )
        .join('') +
      [0, 900].map((left) => rect(left, -290, 104, 262, paint.across(light, deep), 'rx="46"')).join('') +
      `<g transform="rotate(-14 190 -250)">${rect(120, -330, 150, 140, paint.down('#f2c45a', '#cf9330'), 'rx="26"')}</g>` +
      `<g transform="rotate(12 800 -250)">${rect(730, -330, 150, 140, paint.down('#e9efe9', '#b9c7bf'), 'rx="26"')}${line('M750 -300 L860 -220 M750 -220 L860 -300', '#7fa7a0', 7)}</g>`,
    size,
  )
}

/** The corner of a room with a sofa that somebody sells. */
export const sofa = (paint: Paint) =>
  rect(0, 0, width, 900, paint.down('#dfe7e4', '#c3d0cb')) +
  rect(0, 850, width, 50, '#ffffff') +
  rect(0, 890, width, 310, paint.down('#b98b5e', '#7f5835')) +
  repeat(18, (index) =>
    line(`M${800 + (index - 9) * 110} 892 L${800 + (index - 9) * 270} 1200`, '#5f3f22', 3, 'opacity="0.3"'),
  ) +
  path('M0 0 L520 0 L1180 900 H420 Z', '#ffffff', 'opacity="0.22"') +
  suzani(paint) +
  couch(paint, 230, 1070, 1.16, ['#5d83a8', '#2f4f73']) +
  plant(paint)

const suzani = (paint: Paint) =>
  rect(560, 120, 480, 420, '#f7ecd6', 'rx="4"') +
  rect(560, 120, 480, 420, 'none', 'stroke="#9c2c34" stroke-width="22"') +
  [
    [800, 330, 1.5],
    [650, 215, 0.8],
    [950, 215, 0.8],
    [650, 445, 0.8],
    [950, 445, 0.8],
  ]
    .map(([x = 0, y = 0, size = 1]) =>
      at(
        x,
        y,
        repeat(
          12,
          (index) => `<g transform="rotate(${index * 30})">${ellipse(0, -52, 15, 26, '#b3313c')}</g>`,
        ) +
          ellipse(0, 0, 38, 38, paint.glow('#f0c14f', '#c9832b')) +
          ellipse(0, 0, 15, 15, '#2f5f58'),
        size,
      ),
    )
    .join('')

const plant = (paint: Paint) =>
  shadow(paint, 120, 1090, 110, 18) +
  path('M40 930 H200 L176 1086 H64 Z', paint.across('#ffffff', '#c9cfd2')) +
  repeat(
    13,
    (index) =>
      `<g transform="translate(120 936) rotate(${-84 + index * 14})">${path(`M0 0 C30 -120 26 -${230 + (index % 3) * 60} 0 -${300 + (index % 3) * 60} C-26 -${230 + (index % 3) * 60} -30 -120 0 0 Z`, index % 2 ? '#4e9150' : '#376f41')}</g>`,
  )

/** Six sotix with a view: pegs, string and young trees. */
export const plot = (paint: Paint) =>
  sky(paint, '#f7b267', '#f9d9a6', '#e9eef2') +
  sun(paint, 1180, 330, 60, '#ffdf9e') +
  mountains(paint, { y: 620, tall: 380, seed: 71, rock: ['#7f86ad', '#c8b4bd'], snow: '#fff3e6' }) +
  hills(paint.down('#b9bf6f', '#93a556'), 620, 40) +
  [
    [160, 690, 0.62],
    [330, 680, 0.56],
    [1480, 690, 0.66],
  ]
    .map(([x = 0, y = 0, size = 1]) => at(x, y, orchardTree(paint), size))
    .join('') +
  house(paint) +
  rect(0, 690, width, 510, paint.down('#b98d57', '#7c5730')) +
  furrows({ horizon: 690, vanish: 820, colour: '#563818', count: 18, opacity: 0.22 }) +
  path('M360 760 L1230 752 L1560 1090 L70 1110 Z', paint.down('#a8bf63', '#7da048'), 'opacity="0.9"') +
  grass({
    top: 780,
    bottom: 1090,
    count: 420,
    seed: 70,
    colours: ['#6d9a3d', '#93b657', '#c2c873', '#5b8833'],
  }) +
  line('M360 720 L1230 712 L1560 1010 L70 1030 Z', '#fff7e0', 6) +
  [
    [360, 768, 62],
    [1230, 760, 62],
    [1560, 1098, 104],
    [70, 1118, 104],
  ]
    .map(
      ([x = 0, y = 0, tall = 0]) =>
        rect(x - tall / 9, y - tall, tall / 4.5, tall, paint.across('#f0d6a8', '#a87c45'), 'rx="3"') +
        rect(x - tall / 9, y - tall, tall / 4.5, tall / 4, '#d6402f', 'rx="3"'),
    )
    .join('')

const house = (paint: Paint) =>
  rect(700, 580, 220, 116, paint.down('#fff6e4', '#e3d0ac')) +
  path('M676 586 L810 506 L944 586 Z', '#b35a3c') +
  rect(790, 630, 44, 66, '#3d7aa6') +
  rect(724, 614, 44, 40, '#7fa6c0') +
  rect(856, 614, 44, 40, '#7fa6c0')

/** Fired bricks from the works, stacked for loading. */
export function bricks(paint: Paint) {
  const random = dice(33)
  const reds = ['#c0573a', '#b54a30', '#cc6a48', '#a94329', '#d1775a']
  const course = (row: number) => {
    const y = 980 - row * 62
    const shift = row % 2 ? 70 : 0
    return repeat(10, (index) => {
      const x = 150 + index * 140 - shift
      const left = Math.max(x, 150)
      const w = Math.min(x + 136, 1418) - left
      if (w < 20) return ''
      const colour = reds[Math.floor(random() * reds.length)] ?? '#c0573a'
      return (
        rect(left, y, w, 58, paint.down(colour, '#8c3822'), 'rx="5"') +
        rect(left + 6, y + 5, w - 12, 7, '#ffffff', 'rx="3" opacity="0.2"')
      )
    })
  }
  return (
    sky(paint, '#74b9e8', '#e2f1f8') +
    cloud(1180, 150, 1.2) +
    mountains(paint, { y: 520, tall: 220, seed: 81, rock: ['#7d97bd', '#b9cbe0'], snow: '#ffffff' }) +
    clayWall(paint, { y: 430, bottom: 900, seed: 80, colours: ['#e9d3ae', '#c7a375'] }) +
    kiln(paint) +
    rect(0, 880, width, height - 880, paint.down('#c9a67a', '#8f6b43')) +
    shadow(paint, 790, 1052, 700, 40, 0.5) +
    rect(120, 1038, 1330, 24, '#8a6236') +
    path('M150 550 L250 480 H1500 L1420 550 Z', paint.down('#e08c6c', '#c46a4a')) +
    repeat(9, (index) =>
      line(`M${150 + index * 141} 550 L${250 + index * 139} 480`, '#8c3822', 5, 'opacity="0.6"'),
    ) +
    path('M1420 550 L1500 480 V980 L1420 1038 Z', paint.down('#9c4026', '#6f2b18')) +
    repeat(8, (row) =>
      line(`M1420 ${610 + row * 62} L1500 ${540 + row * 62}`, '#54200f', 5, 'opacity="0.7"'),
    ) +
    rect(150, 546, 1270, 492, '#6b2a17') +
    repeat(8, course)
  )
}

const kiln = (paint: Paint) =>
  path('M1240 430 L1268 90 H1352 L1380 430 Z', paint.across('#c9694a', '#87391f')) +
  repeat(7, (index) =>
    line(`M${1262 - index * 3} ${140 + index * 44} H${1358 + index * 3}`, '#6d2b16', 4, 'opacity="0.45"'),
  ) +
  rect(1258, 74, 104, 26, '#7b331c', 'rx="5"') +
  `<g opacity="0.5">${ellipse(1330, 50, 60, 30, '#ffffff')}${ellipse(1400, 24, 80, 34, '#ffffff')}</g>`
