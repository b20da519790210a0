import { expect, test } from 'vitest'
import { qrPath } from '#webapp/mine/qr.ts'

test('a link becomes a code with three finders and four white modules around it', () => {
  const { size, path } = qrPath('https://t.me/VodiyBozorBot?startapp=seller_1001')
  const black = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  // A finder's outer ring is seven black modules a side (ISO/IEC 18004, 6.3.3).
  const far = size - 4 - 7
  for (const [left, top] of [
    [4, 4],
    [far, 4],
    [4, far],
  ] as const)
    for (let step = 0; step < 7; step++) {
      expect(black.has(`${left + step} ${top}`)).toBe(true)
      expect(black.has(`${left} ${top + step}`)).toBe(true)
    }
  for (const module of black)
    expect(module.split(' ').every((at) => Number(at) >= 4 && Number(at) < size - 4)).toBe(true)
})
