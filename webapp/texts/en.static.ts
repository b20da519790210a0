import { glanceOf } from '#webapp/catalog/glance.ts'

export { dictionary } from '#shared/i18n/app/en/index.ts'
export const glance = glanceOf('en')
