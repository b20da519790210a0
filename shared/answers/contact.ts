import { fold } from '#shared/answers/fold.ts'
import type { Problem } from '#shared/errors.ts'
import { parsePhone } from '#shared/text/phone.ts'

/** Digits with what people put between them; not beginning or ending inside a longer number. */
const numberLike =
  /\+?\d[\d\s().–—-]{6,}\d(?!\d|\s*(?:\$|so['‘’ʻ`]?m|сум|сўм|у\.?е|y\.?e|mln|млн|ming|минг|тыс|dol|дол))/gi
const written = /(?:telegram|telega|\btg\b|lichk|(?:^|\s)@[a-z]\w{3,}|t\.me\/|pishite|iozing|iozsin)/
const denied = /(?:telegram|telega|tg)\p{L}*\s+(?:iok|iuk|net|emas)|(?:bez|ne v)\s+(?:telegram|telega|tg)/u

/** The first phone number in a text, in E.164; undefined when there is none of a country known. */
export function findPhone(text: string): string | undefined {
  for (const [run] of text.normalize('NFKC').matchAll(numberLike)) {
    const phone = phoneIn(run)
    if (phone) return phone
  }
  return undefined
}

/** The text without its phone numbers, whose digits are nothing else. */
export const withoutPhones = (text: string): string =>
  text.normalize('NFKC').replace(numberLike, (run) => (phoneIn(run) ? '☎' : run))

/** A year and a sum behind it are no phone: "2015 28000". */
const yearFirst = /^(?:19|20)\d\d\s/
const phoneIn = (run: string) => (yearFirst.test(run) ? undefined : (parsePhone(run) ?? firstOf(run)))

/** Several numbers written in one row: the shortest beginning that is a number. */
function firstOf(run: string): string | undefined {
  const digits = run.replace(/\D/g, '')
  if (digits.length < 16) return undefined
  const plus = run.startsWith('+') || digits.startsWith('998') ? [12, 11] : [9, 12, 11]
  for (const length of plus) {
    const phone = parsePhone((length > 9 ? '+' : '') + digits.slice(0, length))
    if (phone) return phone
  }
  return undefined
}

/**
 * How to be reached: "90 123-45-67", "+998901234567 telegramga yozing", "faqat telegram". The phone in E.164, the
 * first of several; `telegram` only where something was said of it.
 */
export function readContact(typed: string): { phone?: string; telegram?: boolean } | { problem: Problem } {
  const phone = findPhone(typed)
  const folded = fold(typed)
  const telegram = denied.test(folded) ? false : written.test(folded) ? true : undefined
  if (!phone && telegram !== true) return { problem: { code: /\d/.test(typed) ? 'phone' : 'contact' } }
  if (!phone && /\d{5}/.test(typed.replace(/[\s().–—-]/g, '').replace(/@\w+/g, '')))
    return { problem: { code: 'phone' } }
  return { ...(phone && { phone }), ...(telegram !== undefined && { telegram }) }
}
