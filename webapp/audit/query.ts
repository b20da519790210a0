import { auditKinds } from '#shared/audit/schema.ts'
import type { AuditQuery } from '#webapp/audit/queries.ts'

const number = /^\d{1,15}$/
const day = /^\d{4}-\d\d-\d\d$/

/** What an address looks for; what cannot be read is left out. */
export function readQuery(search: string): AuditQuery {
  const params = new URLSearchParams(search)
  const given = (name: string, like: RegExp) => {
    const value = params.get(name) ?? ''
    return like.test(value) ? { [name]: value } : {}
  }
  const kind = auditKinds.find((known) => known === params.get('kind'))
  return {
    ...given('actor', number),
    ...given('person', number),
    ...given('ad', number),
    ...(kind && { kind }),
    ...given('from', day),
    ...given('to', day),
  }
}

/** The address of the audit that looks for it. */
export function auditPath(query: AuditQuery): string {
  const params = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
  return `/staff/audit${String(params) ? `?${params}` : ''}`
}

/** Without one of the things that are looked for. */
export function without(query: AuditQuery, key: keyof AuditQuery): AuditQuery {
  const { [key]: _, ...rest } = query
  return rest
}
