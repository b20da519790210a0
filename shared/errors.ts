/** Every error the API answers, with its HTTP status. A code without a text in each locale does not compile. */
export const errors = {
  'auth.missing': 401,
  'auth.invalid': 401,
  'auth.expired': 401,
  'auth.forbidden': 403,
  'auth.banned': 403,
  'request.invalid': 400,
  'request.too_large': 413,
  'request.not_found': 404,
  'request.too_many': 429,
  'server.unexpected': 500,
  'ads.not_found': 404,
  'ads.invalid': 422,
  'ads.changed': 409,
  'ads.wrong_state': 409,
  'ads.too_many': 409,
  'favorites.own': 409,
  'favorites.too_many': 409,
  'searches.not_found': 404,
  'searches.too_many': 409,
  'searches.empty': 422,
  'drafts.empty': 409,
  'photos.not_found': 404,
  'photos.too_many': 409,
  'photos.not_uploaded': 409,
  'photos.type': 422,
  'photos.too_large': 422,
  'contact.invalid': 422,
  'settings.changed': 409,
  'settings.invalid': 422,
  'contact.too_many': 429,
  'reports.already': 409,
  'reports.too_many': 429,
  'announcements.not_found': 404,
  'announcements.invalid': 422,
  'announcements.wrong_state': 409,
  'announcements.not_told': 409,
  'channels.not_found': 404,
  'channels.invalid': 422,
  'channels.changed': 409,
  'channels.unknown_chat': 422,
  'channels.not_a_channel': 422,
  'channels.no_answer': 503,
  'moderation.decided': 409,
  'moderation.photos_not_ready': 409,
  'moderation.claimed': 409,
  'moderation.undo_late': 409,
  'exports.unreachable': 409,
  'people.not_found': 404,
  'people.no_note': 404,
  'people.self': 409,
  'people.protected': 403,
  'people.already_banned': 409,
  'people.not_banned': 409,
  'people.banned': 409,
  'people.fixed_admin': 409,
  'people.last_admin': 409,
  'reasons.changed': 409,
  'announcements.changed': 409,
  'reasons.invalid': 422,
  'reasons.too_many': 409,
  'reasons.gone': 409,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errors

/** What is wrong with one field of a form; the texts are `problem.<code>` in `shared/i18n/common`. */
export const problemCodes = [
  'required',
  'unknown',
  'type',
  'range',
  'option',
  'too_short',
  'too_long',
  'too_many',
  'pattern',
  'phone',
  'contact',
  'district',
  'category',
  'price',
  'phone_in_title',
  'link_in_title',
  'shouting',
  'card_number',
  'photos_required',
  'photos_missing',
  'photos_uploading',
  'photos_refused',
] as const
export type ProblemCode = (typeof problemCodes)[number]
export interface Problem {
  code: ProblemCode
  min?: number
  max?: number
}
/** Field path (`title`, `price.amount`, `attributes.mileage`) → what is wrong with it. */
export type Problems = Record<string, Problem>

/** Why a photo was refused after its bytes were looked at; texts are `photo.<code>`. */
export const photoProblems = [
  'not_image',
  'broken',
  'animated',
  'too_many_pixels',
  'too_small',
  'too_large',
] as const
export type PhotoProblem = (typeof photoProblems)[number]
