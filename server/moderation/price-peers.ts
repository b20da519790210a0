import { categoryById } from '#shared/catalog/index.ts'

/** The answers that ads must share for their prices to be compared: all choices that must be made, and what the sum is for. */
export const attributesAsked = (categoryId: string): string[] =>
  (categoryById(categoryId)?.attributes ?? [])
    .filter(({ type, required, key }) => key === 'pricePer' || (type === 'select' && required))
    .map(({ key }) => key)
