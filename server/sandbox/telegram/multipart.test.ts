import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_UPLOAD, readMultipart, TooLargeError } from './multipart.ts'

const TYPE = 'multipart/form-data; boundary=----b'

function inPieces(body: Buffer, size: number): Readable {
  const pieces = []
  for (let at = 0; at < body.length; at += size) pieces.push(body.subarray(at, at + size))
  return Readable.from(pieces)
}

test('what a browser or undici sends comes back whole, however it is cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.integer({ min: 1, max: 70 }),
      async (bytes, text, size) => {
        const form = new FormData()
        form.set('text', text)
        form.set(
          'photo',
          new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }),
          'Rasm "1" ўқ.jpg',
        )
        const request = new Request('http://a.uz', { method: 'POST', body: form })
        const body = Buffer.from(await request.arrayBuffer())
        const read = await readMultipart(inPieces(body, size), request.headers.get('content-type') ?? '')
        // A form's text has its line breaks as CRLF on the wire (HTML, "multipart/form-data").
        expect(read.fields.get('text')).toBe(text.toWellFormed().replace(/\r\n?|\n/g, '\r\n'))
        expect(read.files.get('photo')).toMatchObject({
          filename: 'Rasm "1" ўқ.jpg',
          contentType: 'image/jpeg',
        })
        expect(Buffer.compare(read.files.get('photo')?.data ?? Buffer.alloc(0), Buffer.from(bytes))).toBe(0)
      },
    ),
    { numRuns: 60 },
  )
})

test('the spare headers of bot libraries are understood', async () => {
  const body = [
    '------b\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n1001\r\n',
    '------b\r\ncontent-disposition:form-data;name="file";filename=a b.jpg\r\ncontent-type:application/octet-stream\r\n\r\n',
    '\r\n--almost a boundary\r\n------b--\r\n',
  ].join('')
  const read = await readMultipart(inPieces(Buffer.from(body), 7), TYPE)
  expect(read.fields.get('chat_id')).toBe('1001')
  expect(read.files.get('file')).toMatchObject({
    filename: 'a b.jpg',
    data: Buffer.from('\r\n--almost a boundary'),
  })
})

test.each([
  ['without its end', TYPE, '------b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'],
  ['without a name', TYPE, '------b\r\nContent-Disposition: form-data\r\n\r\nx\r\n------b--\r\n'],
  ['without a boundary', 'multipart/form-data', 'x'],
])('a body %s is refused', async (_, type, body) => {
  await expect(readMultipart(inPieces(Buffer.from(body), 9), type)).rejects.toThrow(/early|name|boundary/)
})

test('a file over 50 MB is refused before it is read to its end', async () => {
  let sent = 0
  async function* endless(): AsyncGenerator<Buffer> {
    yield Buffer.from('------b\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n')
    const chunk = Buffer.alloc(1024 * 1024, 1)
    for (;;) {
      sent += chunk.length
      yield chunk
    }
  }
  await expect(readMultipart(endless(), TYPE)).rejects.toThrow(TooLargeError)
  expect(sent).toBeLessThan(MAX_UPLOAD + 3 * 1024 * 1024)
})
