import { badRequest } from './errors.ts'
import type { Upload } from './multipart.ts'

/** A call's arguments. The Bot API sees them all as strings, objects among them as JSON, and so do the methods here. */
export interface Params {
  has(name: string): boolean
  /** `''` when absent. */
  text(name: string): string
  /** @throws `parameter "…" is required` */
  required(name: string): string
  /** The leading whole number, as the Bot API reads it; `fallback` when absent, 0 when it is none. */
  int(name: string, fallback?: number): number
  bool(name: string): boolean
  /** The parsed JSON, undefined when absent. @param what completes the error, "can't parse … JSON object" */
  json(name: string, what: string): unknown
  file(field: string): Upload | undefined
  /** The file a parameter's value names: an upload of that name, one named by `attach://`, or a file id or address. */
  input(name: string, value?: string): Upload | string | undefined
}

export function paramsOf(values: Map<string, string>, files: Map<string, Upload> = new Map()): Params {
  const text = (name: string): string => values.get(name) ?? ''
  return {
    has: (name) => values.has(name),
    text,
    required: (name) => {
      if (!text(name)) throw badRequest(`Parameter "${name}" is required`)
      return text(name)
    },
    int: (name, fallback = 0) => (text(name) ? Number.parseInt(text(name), 10) || 0 : fallback),
    bool: (name) => ['true', 'yes', '1'].includes(text(name).toLowerCase()),
    json: (name, what) => {
      if (!text(name)) return undefined
      try {
        return JSON.parse(text(name))
      } catch {
        throw badRequest(`Can't parse ${what} JSON object`)
      }
    },
    file: (field) => files.get(field),
    input: (name, value = text(name)) => {
      if (value.startsWith('attach://')) return files.get(value.slice(9))
      return value || files.get(name)
    },
  }
}

/** The arguments in an object that came as JSON. */
export function valuesOf(body: Record<string, unknown>): Map<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(body))
    if (value !== null && value !== undefined)
      values.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  return values
}
