import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core'
import metadata from './phone-metadata.json' with { type: 'json' }

/** The countries whose numbers are sold with in the valley: UZ and its neighbours, and RU where many work. */
const known = metadata as unknown as MetadataJson

const parse = (text: string) => {
  const phone = parsePhoneNumberFromString(text, 'UZ', known)
  return phone?.isValid() && !phone.ext ? phone : undefined
}

/**
 * What a person may have meant: the number as typed; without the old trunk prefix 8 ("8 90 123 45 67");
 * Russia's and Kazakhstan's own writing ("8 912 345 67 89"); a country code without its plus.
 */
function* readings(typed: string) {
  yield typed
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  if (digits.startsWith('8')) {
    const rest = digits.slice(1)
    if (rest.length === 9 || rest.startsWith('998')) yield rest
    if (rest.length === 10) yield `+7${rest}`
  }
  if (digits.length > 9) yield `+${digits}`
}

const firstValid = (typed: string) => {
  for (const reading of readings(typed)) {
    const phone = parse(reading)
    if (phone) return phone
  }
  return undefined
}

/** A typed phone number in E.164 (`+998901234567`); undefined when it cannot be one of UZ, KG, TJ, KZ or RU. */
export const parsePhone = (typed: string): string | undefined => firstValid(typed)?.number

/** For reading and while typing: `+998 90 123 45 67`; a text that is no number stays as it is. */
export const formatPhone = (phone: string): string => firstValid(phone)?.formatInternational() ?? phone
