import { badRequest } from '../errors.ts'
import { fileById, MAX_DOWNLOAD } from '../files.ts'
import type { Method } from './method.ts'

/** https://core.telegram.org/bots/api#getfile: up to 20 MB, at `/file/bot<token>/<file_path>`. */
const getFile: Method = ({ world, params }) => {
  if (!params.text('file_id')) throw badRequest('file_id not specified')
  const { file_id, file_unique_id, size, path } = fileById(world, params.text('file_id'))
  if (size > MAX_DOWNLOAD) throw badRequest('file is too big')
  return { file_id, file_unique_id, file_size: size, file_path: path }
}

export const fileMethods = { getFile }
