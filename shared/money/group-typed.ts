import { groupDigits } from '#shared/money/money.ts'

/** What a text field shows and where its caret stands, in UTF-16 units. */
export interface Typed {
  text: string
  caret: number
}

/**
 * Groups the digits of a sum while it is typed and keeps the caret behind the same digit. A text with anything
 * but digits and spaces ("12,5 mln") is left alone, so that the person can finish the word.
 */
export function groupTyped({ text, caret }: Typed): Typed {
  if (!/^[\d\s]*$/.test(text)) return { text, caret }
  const digits = text.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  if (!digits || digits.length > 15) return { text: digits.slice(0, 15), caret: Math.min(caret, 15) }
  const grouped = groupDigits(Number(digits))
  const behind = text.slice(caret).replace(/\D/g, '').length
  return { text: grouped, caret: offsetBefore(grouped, behind) }
}

/** The offset with `behind` digits after it, before a space rather than after: backspace then takes a digit. */
function offsetBefore(text: string, behind: number) {
  let offset = text.length
  for (let left = behind; left > 0 && offset > 0; offset--) if (/\d/.test(text.charAt(offset - 1))) left--
  return offset > 0 && !/\d/.test(text.charAt(offset - 1)) ? offset - 1 : offset
}
