import { glanceOf } from '#webapp/catalog/glance.ts'

export { dictionary } from '#shared/i18n/app/uz-cyrl.ts'
export const glance = glanceOf('uz-Cyrl')
