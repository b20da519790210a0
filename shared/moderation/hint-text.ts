import type { CommonKey } from '#shared/i18n/common/uz.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Hint } from '#shared/moderation/hints.ts'
import { formatSum } from '#shared/money/format.ts'

/** A hint with its reason, in one sentence. */
export function hintText(hint: Hint, t: Translate<CommonKey>): string {
  switch (hint.kind) {
    case 'same_photo':
    case 'same_text':
    case 'same_phone':
      return t(hint.own ? `hint.${hint.kind}_own` : `hint.${hint.kind}`, {
        title: hint.title,
        ...('percent' in hint && { percent: hint.percent }),
      })
    case 'words':
      return t(`hint.words_${hint.of}`, { quote: hint.quote })
    case 'banned_phone':
      return t('hint.banned_phone', { phone: hint.phone })
    case 'price': {
      const median = formatSum(hint.median, 'UZS', t)
      return t(hint.low ? 'hint.price_low' : 'hint.price_high', { median, count: hint.count })
    }
    case 'many_accounts':
      return t('hint.many_accounts', { count: hint.accounts })
    case 'new_account':
      return t('hint.new_account')
  }
}
