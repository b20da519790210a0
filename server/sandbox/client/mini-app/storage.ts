import { type Data, type Emit, type Handlers, list, record, text } from './wire.ts'

/** A person's key-value store that a Mini App reaches: all of it is read and written at once. */
export interface Shelf {
  read(): Record<string, string>
  write(values: Record<string, string>): void
}

export interface Shelves {
  cloud: Shelf
  device: Shelf
  secure: Shelf
}

/** https://core.telegram.org/bots/webapps#cloudstorage */
const KEY = /^[A-Za-z0-9_-]{1,128}$/
const MAX_VALUE = 4096
const MAX_KEYS = 1024

/** Errors by Telegram's own codes. */
class MethodError extends Error {}

function invoke(method: string, params: Data, cloud: Shelf, contact: () => string): unknown {
  const values = cloud.read()
  switch (method) {
    case 'saveStorageValue': {
      const key = text(params, 'key') ?? ''
      const value = text(params, 'value') ?? ''
      if (!KEY.test(key)) throw new MethodError('KEY_INVALID')
      if (value.length > MAX_VALUE) throw new MethodError('VALUE_INVALID')
      if (!(key in values) && Object.keys(values).length >= MAX_KEYS) throw new MethodError('QUOTA_EXCEEDED')
      cloud.write({ ...values, [key]: value })
      return true
    }
    case 'getStorageValues':
      return Object.fromEntries(list(params, 'keys').map((key) => [key, values[String(key)] ?? '']))
    case 'deleteStorageValues':
      for (const key of list(params, 'keys')) delete values[String(key)]
      cloud.write(values)
      return true
    case 'getStorageKeys':
      return Object.keys(values)
    case 'getRequestedContact':
      return contact()
    case 'getCurrentTime':
      return Math.floor(Date.now() / 1000)
    default:
      throw new MethodError('METHOD_INVALID')
  }
}

/**
 * Custom methods (CloudStorage, the requested contact) and the storages of the device.
 * @param contact the signed contact once the person has shared it, else an empty string.
 */
export function storageHandlers(shelves: Shelves, contact: () => string, emit: Emit): Handlers {
  return {
    web_app_invoke_custom_method: (data) => {
      const req_id = data.req_id
      try {
        const result = invoke(text(data, 'method') ?? '', record(data, 'params'), shelves.cloud, contact)
        emit('custom_method_invoked', { req_id, result })
      } catch (error) {
        if (!(error instanceof MethodError)) throw error
        emit('custom_method_invoked', { req_id, error: error.message })
      }
    },
    ...shelfHandlers('device', shelves.device, emit),
    ...shelfHandlers('secure', shelves.secure, emit),
  }
}

function shelfHandlers(kind: 'device' | 'secure', shelf: Shelf, emit: Emit): Handlers {
  return {
    [`web_app_${kind}_storage_save_key`]: (data) => {
      const { [text(data, 'key') ?? '']: _, ...others } = shelf.read()
      const value = text(data, 'value')
      shelf.write(value === undefined ? others : { ...others, [text(data, 'key') ?? '']: value })
      emit(`${kind}_storage_key_saved`, { req_id: data.req_id })
    },
    [`web_app_${kind}_storage_get_key`]: (data) =>
      emit(`${kind}_storage_key_received`, {
        req_id: data.req_id,
        value: shelf.read()[text(data, 'key') ?? ''] ?? null,
      }),
    [`web_app_${kind}_storage_clear`]: (data) => {
      shelf.write({})
      emit(`${kind}_storage_cleared`, { req_id: data.req_id })
    },
  }
}
