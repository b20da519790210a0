import { expect, it } from 'vitest'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { contentOf, typedOf } from './form.ts'

it.each(Object.entries(builtInReasons))('the fields of “%s” say what it says', (_, content) => {
  expect(contentOf(typedOf({ ...content, archived: false }))).toEqual(content)
})

it('a text that somebody wrote stays, an empty one is none', () => {
  const typed = {
    ...typedOf({ ...builtInReasons.price, archived: false }),
    'text.uz-Cyrl': ' Нархи нотўғри ',
  }
  expect(contentOf(typed).text['uz-Cyrl']).toBe('Нархи нотўғри')
  const emptied = { ...typed, 'text.uz-Cyrl': ' ', 'text.ru': '', 'text.en': '' }
  expect(contentOf(emptied).text).toEqual({ uz: builtInReasons.price.text.uz })
})
