import type { PhotoProblem } from '#shared/errors.ts'

/**
 * Why a photo is not there yet; the texts are `photo.<code>`. `network` and `unsent` may be tried again as they
 * are, the others need another photo.
 */
export type FaultCode = PhotoProblem | 'empty' | 'heic' | 'network' | 'unsent' | 'missing' | 'too_many'

export class PhotoFault extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode) {
    super(code)
    this.name = 'PhotoFault'
    this.code = code
  }
}

export const canRetry = (code: FaultCode) => code === 'network' || code === 'unsent'
export const faultOf = (error: unknown): FaultCode => (error instanceof PhotoFault ? error.code : 'unsent')
