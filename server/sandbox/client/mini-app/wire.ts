/** What a Mini App sends with an event: anything at all until read. */
export type Data = Readonly<Record<string, unknown>>
export type Handlers = Record<string, (data: Data) => unknown>
/** Sends an event to the Mini App. */
export type Emit = (eventType: string, eventData?: unknown) => void

export interface WireEvent {
  eventType: string
  eventData: Data
}

/** Reads what web clients get from the frame: a JSON string `{ eventType, eventData }`; anything else is not for us. */
export function readWireEvent(message: unknown): WireEvent | undefined {
  if (typeof message !== 'string') return undefined
  try {
    const { eventType, eventData } = JSON.parse(message) as { eventType?: unknown; eventData?: unknown }
    if (typeof eventType !== 'string') return undefined
    // The official script sends `false` or `""` where there are no parameters, and some libraries a JSON string.
    const data =
      typeof eventData === 'string' && eventData !== '' ? (JSON.parse(eventData) as unknown) : eventData
    return { eventType, eventData: isData(data) ? data : {} }
  } catch {
    return undefined
  }
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null

export const text = (data: Data, key: string) => {
  const value = data[key]
  return typeof value === 'string' ? value : undefined
}

export const bool = (data: Data, key: string) => {
  const value = data[key]
  return typeof value === 'boolean' ? value : undefined
}

/** A list, or one thing standing for a list of it. */
export const list = (data: Data, key: string): unknown[] => {
  const value = data[key]
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

export const record = (data: Data, key: string): Data => {
  const value = data[key]
  return isData(value) ? value : {}
}
