export { dictionary } from '#shared/i18n/staff/uz-cyrl.ts'
