import type { Message } from '#shared/i18n/translate.ts'

/** Texts of what moderators do about reports. */
export const reports = {
  'reports.title': 'Shikoyatlar',
  'reports.none': 'Shikoyat yoʻq',
  'reports.none_text': 'Xaridorlar hech narsadan nolimayapti.',
  'reports.first': 'birinchi shikoyati',
  'reports.record': '{upheld} tasi toʻgʻri, {dismissed} tasi oʻrinsiz chiqqan',
  'reports.weight': 'Shikoyat vazni',
  'reports.count': '{count} ta shikoyat',
  'reports.all': 'Hamma shikoyatlar',
  'reports.settled': 'Bu shikoyat koʻrib boʻlingan',
  'reports.sum': '{count} ta shikoyat, vazni {weight}',
  'reports.hidden': 'koʻrinmay turibdi',
  'reports.take_down': 'Olib tashlash',
  'reports.dismiss': 'Hammasi joyida',
  'reports.did_take_down': 'Olib tashlandi',
  'reports.did_dismiss': 'Shikoyat rad etildi',
} as const satisfies Record<string, Message>

export type ReportsKey = keyof typeof reports
