import type { MessageEntity } from '@grammyjs/types'

type Detected = MessageEntity.CommonMessageEntity['type']

const WORD = String.raw`[\p{L}\p{N}_]`
/** Top-level domains believed without a scheme; with `https://` any host will do. */
const ZONES =
  'com|org|net|info|biz|edu|gov|io|me|app|dev|co|ai|tv|site|online|shop|store|xyz|uz|ru|kz|kg|tj|tm|su|рф|ua|by|tr|uk|us|de|fr|it|es|pl|cn|jp|kr|in|eu'
const PATH = String.raw`(?:[/?#](?:[^\s<>"]*[^\s<>"'.,;:!?()\[\]{}«»„“”‘’])?)?`

/** First match wins where two overlap, so the order is Telegram's: an address is not also a mention. */
const PATTERNS: Array<[Detected, RegExp]> = [
  [
    'email',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_.+-])[a-z0-9_][a-z0-9_.+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?!${WORD})`,
      'giu',
    ),
  ],
  ['url', new RegExp(String.raw`(?<!${WORD})(?:https?|tg|ton):\/\/[^\s/?#<>"'«»]+${PATH}`, 'giu')],
  [
    'url',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_.@/-])(?:[\p{L}\p{N}_-]+\.)+(?:${ZONES})(?::\d{1,5})?(?![\p{L}\p{N}_-])${PATH}`,
      'giu',
    ),
  ],
  ['mention', new RegExp(String.raw`(?<![\p{L}\p{N}_/])@[a-z0-9_]{2,32}(?!${WORD})`, 'giu')],
  [
    'hashtag',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_\u200c·])#(?=[\p{N}_\u200c·]*\p{L})[\p{L}\p{N}\p{M}_\u200c·]{1,256}(?:@[a-z0-9_]{3,32})?(?!${WORD})`,
      'giu',
    ),
  ],
  ['cashtag', new RegExp(String.raw`(?<!${WORD})\$[A-Z]{1,8}(?!${WORD})`, 'gu')],
  [
    'bot_command',
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])`,
      'giu',
    ),
  ],
  ['phone_number', /(?<![\p{L}\p{N}_+/.-])\+\d(?:[ \-()]{0,2}\d){8,14}(?![\p{L}\p{N}_])/gu],
]

/** What Telegram marks by itself in plain text: links, addresses, mentions, tags, commands, phone numbers. */
export function detectEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const [type, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      if (!found.some((other) => overlaps(other, entity))) found.push(entity)
    }
  return found
}

export function overlaps(
  a: { offset: number; length: number },
  b: { offset: number; length: number },
): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
