import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, isDark, readable, themeVariables } from '#webapp/theme.ts'

const color = fc
  .tuple(...([0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })) as [fc.Arbitrary<number>]))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('a readable colour stays as it is', () => {
  expect(readable('#1b6fb3', ['#ffffff'])).toBe('#1b6fb3')
})

test("Telegram's pale hint becomes readable on every ground it stands on, light and dark", () => {
  for (const [hint, grounds] of [
    ['#999999', ['#ffffff', '#efeff4']],
    ['#708499', ['#17212b', '#0e1621']],
  ] as const) {
    const mended = readable(hint, grounds)
    for (const ground of grounds) expect(contrast(mended, ground)).toBeGreaterThanOrEqual(4.5)
  }
})

test('whatever the colours, the result can be read on one ground', () => {
  fc.assert(
    fc.property(color, color, (text, ground) => {
      expect(contrast(readable(text, [ground]), ground)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('dark and light grounds are told apart', () => {
  expect(isDark('#17212b')).toBe(true)
  expect(isDark('#efeff4')).toBe(false)
})

test('every colour of the theme becomes a variable; what is not a colour does not', () => {
  const variables = themeVariables({
    bg_color: '#ffffff',
    text_color: '#000000',
    hint_color: '#999999',
    section_bg_color: 'red; background: url(x)',
  })
  expect(variables).toMatchObject({ '--tg-theme-bg-color': '#ffffff', '--tg-theme-hint-color': '#999999' })
  expect(variables).not.toHaveProperty('--tg-theme-section-bg-color')
  expect(contrast(variables['--vb-hint'] ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5)
})
