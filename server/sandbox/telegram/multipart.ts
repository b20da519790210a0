export interface Upload {
  field: string
  filename: string
  contentType: string
  data: Buffer
}

export interface FormData {
  fields: Map<string, string>
  files: Map<string, Upload>
  /** All files in their order, several of one name included. */
  uploads: Upload[]
}

export class TooLargeError extends Error {}

/** What a bot may upload: https://core.telegram.org/bots/api#sending-files */
export const MAX_UPLOAD = 50 * 1024 * 1024
const MAX_FIELD = 1024 * 1024
const MAX_HEADERS = 16 * 1024

/**
 * Reads `multipart/form-data` (RFC 7578) as it arrives. As lenient in a part's headers as Telegram is: any case, no
 * space after `;`, names with or without quotes.
 * @throws TooLargeError for a file over 50 MB; Error for a malformed body
 */
export async function readMultipart(body: AsyncIterable<Buffer>, contentType: string): Promise<FormData> {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const name = boundary?.[1] ?? boundary?.[2]
  if (!name) throw new Error('no boundary in Content-Type')
  const form: FormData = { fields: new Map(), files: new Map(), uploads: [] }
  const input = new Reader(body)

  await input.until(Buffer.from(`--${name}`), MAX_HEADERS)
  const delimiter = Buffer.from(`\r\n--${name}`)
  while ((await input.take(2)).toString() !== '--') {
    // The line break after the boundary was the two bytes just taken; headers end with an empty line.
    const headers = parseHeaders((await input.until(Buffer.from('\r\n\r\n'), MAX_HEADERS)).toString())
    const disposition = headers.get('content-disposition') ?? ''
    const field = parameter(disposition, 'name')
    if (field === undefined) throw new Error('a part without a name')
    const filename = parameter(disposition, 'filename')
    const data = await input.until(delimiter, filename === undefined ? MAX_FIELD : MAX_UPLOAD)
    if (filename === undefined) form.fields.set(field, data.toString())
    else {
      const upload = {
        field,
        filename,
        contentType: headers.get('content-type') ?? 'application/octet-stream',
        data,
      }
      form.files.set(field, upload)
      form.uploads.push(upload)
    }
  }
  return form
}

function parseHeaders(block: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of block.split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

/** Browsers write quotes and line breaks in names as percent codes, others behind a backslash. */
function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;]*))`, 'i').exec(header)
  const quoted = match?.[1]
    ?.replace(/\\(.)/g, '$1')
    .replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code))
  return quoted ?? match?.[2]?.trim()
}

class Reader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(body: AsyncIterable<Buffer>) {
    this.#chunks = body[Symbol.asyncIterator]()
  }

  /** Everything before `mark`, which is passed over. */
  async until(mark: Buffer, limit: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    let length = 0
    for (;;) {
      const at = this.#held.indexOf(mark)
      // The mark may have begun at the end of what is held: keep as much as could belong to it.
      const safe = at >= 0 ? at : Math.max(0, this.#held.length - mark.length + 1)
      pieces.push(this.#held.subarray(0, safe))
      length += safe
      if (length > limit) throw new TooLargeError()
      this.#held = this.#held.subarray(at >= 0 ? at + mark.length : safe)
      if (at >= 0) return Buffer.concat(pieces, length)
      await this.#more()
    }
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) await this.#more()
    const taken = this.#held.subarray(0, count)
    this.#held = this.#held.subarray(count)
    return taken
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next()
    if (done) throw new Error('the body ends too early')
    this.#held = Buffer.concat([this.#held, value])
  }
}
