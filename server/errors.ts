import { type ErrorCode, errors, type Problems } from '#shared/errors.ts'

/** The one error that a verb throws on purpose; `server/app.ts` turns it into the API's answer. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Field path → what is wrong with it. */
  readonly problems: Problems | undefined

  constructor(code: ErrorCode, problems?: Problems) {
    super(code)
    this.code = code
    this.problems = problems
  }

  get status() {
    return errors[this.code]
  }
}
