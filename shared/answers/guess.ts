import type { Draft } from '#shared/ads/schema.ts'
import { readContact } from '#shared/answers/contact.ts'
import { readPlace } from '#shared/answers/place.ts'
import { limits } from '#shared/limits.ts'
import { cleanLine, cleanText } from '#shared/text/clean.ts'

/** What a free text surely says; whatever is unclear stays open. */
export function guessDraft(text: string): Partial<Draft> {
  const place = readPlace(text, false)
  const contact = readContact(text)
  const lines = cleanText(text).split('\n')
  const title = cleanLine(lines[0] ?? '').slice(0, limits.title.max)
  return {
    ...(title && { title }),
    ...('districtId' in place && { districtId: place.districtId }),
    ...('phone' in contact &&
      contact.phone && { contact: { phone: contact.phone, telegram: contact.telegram ?? true } }),
  }
}
