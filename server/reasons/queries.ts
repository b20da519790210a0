import type { Db } from '#server/db/client.ts'
import { reasonTemplates } from '#server/db/schema.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { builtInReasons, isBuiltIn, ownWords } from '#shared/reasons/built-in.ts'
import { inAllLanguages, type ReasonContent } from '#shared/reasons/schema.ts'

/** A reason as it is now, and the revision that a change must name; 0 before the first. */
export interface Reason extends ReasonContent {
  id: string
  archived: boolean
  revision: number
  position: number
  /** As the board has it built in; null: admins have added it. */
  usual: ReasonContent | null
}

/** All reasons in their order, archived ones too: those built in, as admins have changed them, and those they added. */
export async function readReasons(db: Db): Promise<Reason[]> {
  const rows = await db.select().from(reasonTemplates)
  const kept = new Map(rows.map((row) => [row.id, row]))
  const own = rows.filter(({ id }) => !isBuiltIn(id))
  return [...Object.keys(builtInReasons), ...own.map(({ id }) => id)]
    .flatMap((id, index) => {
      const row = kept.get(id)
      const usual = isBuiltIn(id) ? builtInReasons[id] : null
      const content = row?.content ?? usual
      if (!content) return []
      const { archived = false, revision = 0 } = row ?? {}
      return [{ id, ...content, usual, archived, revision, position: row?.position ?? index * positionStep }]
    })
    .sort((a, b) => Number(a.id === ownWords) - Number(b.id === ownWords) || a.position - b.position)
}
export const positionStep = 10

/** Those that a moderator may give, with their words in every language. */
export const offeredReasons = async (db: Db) =>
  (await readReasons(db))
    .filter(({ archived }) => !archived)
    .map(({ id, name, text, fields, final }) => ({
      id,
      name: inAllLanguages(name),
      text: inAllLanguages(text),
      fields,
      final,
      needsNote: id === ownWords,
    }))
export type OfferedReason = Awaited<ReturnType<typeof offeredReasons>>[number]

/** What a seller was told: kept with the ad, so that a reason that changes later changes nothing of it. */
export type Said = Readonly<Record<Locale, string>>

/** What the seller of a rejected ad was told, also where it was not kept. */
export const saidOf = (ad: { rejectionReason: string | null; rejectionSaid: Said | null }): Said => {
  const id = ad.rejectionReason ?? ownWords
  return ad.rejectionSaid ?? inAllLanguages(builtInReasons[isBuiltIn(id) ? id : ownWords].text)
}
