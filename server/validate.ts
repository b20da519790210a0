import { vValidator } from '@hono/valibot-validator'
import type { ValidationTargets } from 'hono'
import type { GenericSchema, GenericSchemaAsync } from 'valibot'
import { AppError } from '#server/errors.ts'
import { type ErrorCode, errors } from '#shared/errors.ts'

/**
 * Checks one part of a request; the handler reads it by `c.req.valid(target)`.
 * Throws `request.invalid`, or the error code that the schema itself names as its message.
 */
export const validate = <T extends keyof ValidationTargets, S extends GenericSchema | GenericSchemaAsync>(
  target: T,
  schema: S,
) =>
  vValidator(target, schema, (result) => {
    if (result.success) return
    const message = result.issues[0].message
    throw new AppError(message in errors ? (message as ErrorCode) : 'request.invalid')
  })
