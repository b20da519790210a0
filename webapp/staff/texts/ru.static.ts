export { dictionary } from '#shared/i18n/staff/ru/index.ts'
