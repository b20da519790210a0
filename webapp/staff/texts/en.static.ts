export { dictionary } from '#shared/i18n/staff/en/index.ts'
