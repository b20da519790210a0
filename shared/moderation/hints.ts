/** What a moderator is made aware of; the texts are `hint.<kind>` in `shared/i18n/common`. */
export const hintKinds = [
  'same_photo',
  'same_text',
  'same_phone',
  'words',
  'banned_phone',
  'price',
  'many_accounts',
  'new_account',
] as const
export type HintKind = (typeof hintKinds)[number]

/** What words look like: asking for money before, for what opens a card, leading away, or what admins have listed. */
export type WordKind = 'prepayment' | 'card' | 'delivery' | 'link' | 'listed'

/** Another ad, what it is called when the hint is shown, and whether it is of the same seller. */
interface Other {
  adId: number
  title: string
  own: boolean
}

/** One thing to be aware of, with its reason; a hint never decides anything. */
export type Hint =
  | ({ kind: 'same_photo'; photoId: string; otherPhotoId: string } & Other)
  /** So many of a hundred words in a row are the same. */
  | ({ kind: 'same_text'; percent: number } & Other)
  | ({ kind: 'same_phone' } & Other)
  /** As it stands in the text. */
  | { kind: 'words'; of: WordKind; quote: string }
  | { kind: 'banned_phone'; phone: string }
  /** What `count` similar ads cost in the middle, in so'm. */
  | { kind: 'price'; low: boolean; median: number; count: number }
  /** So many other accounts gave the same phone. */
  | { kind: 'many_accounts'; accounts: number }
  | { kind: 'new_account'; days: number }

/** A hint as it is kept: what another ad is called is its seller's to change, or to take away. */
export type KeptHint = Hint extends infer Each ? (Each extends Other ? Omit<Each, 'title'> : Each) : never
