import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startS3 } from '#server/sandbox/s3/server.ts'
import { type Call, credentials, presigned, type SignOptions, send, sendRaw, signed } from './s3-client.ts'

let dir: string
let dataDir: string
let endpoint: string
let stop: () => Promise<void>
const faults: string[] = []

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'vodiy-bozor-s3-'))
  dataDir = join(dir, 's3')
  ;({ endpoint, stop } = await startS3({
    ...credentials,
    port: 0,
    dataDir,
    log: (line) => faults.push(line),
  }))
})
afterAll(async () => {
  await stop()
  await rm(dir, { recursive: true })
  expect(faults).toEqual([])
})

const call = (options: Call) => send(endpoint, options)
const authorised = (options: Call, how?: SignOptions) => send(endpoint, signed(endpoint, options, how))
const put = (key: string, body: string, headers: Record<string, string> = {}) =>
  authorised({ method: 'PUT', path: `/photos/${key}`, body, headers })
const get = (key: string, headers: Record<string, string> = {}) =>
  authorised({ path: `/photos/${key}`, headers })
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

const minutes = (count: number) => new Date(Date.now() + count * 60_000)

describe('a signature', () => {
  test.each<[what: string, how: SignOptions, code: string, status: number]>([
    ['made with another secret', { secretAccessKey: 'guess' }, 'SignatureDoesNotMatch', 403],
    ['of an unknown key', { accessKeyId: 'NOBODY' }, 'InvalidAccessKeyId', 403],
    ['for another region', { region: 'eu-west-1' }, 'AuthorizationHeaderMalformed', 400],
    ['for another service', { service: 'sqs' }, 'AuthorizationHeaderMalformed', 400],
    ['from a clock 16 minutes slow', { date: minutes(-16) }, 'RequestTimeTooSkewed', 403],
    ['from a clock 16 minutes fast', { date: minutes(16) }, 'RequestTimeTooSkewed', 403],
  ])('in the header %s is refused', async (_, how, code, status) => {
    const answer = await authorised({ method: 'PUT', path: '/photos/signed', body: 'x' }, how)
    expect(answer).toMatchObject({ code, status })
    expect(answer.body).toContain(`<RequestId>${answer.headers['x-amz-request-id']}</RequestId>`)
  })

  test('from a clock 14 minutes off is good', async () => {
    for (const date of [minutes(-14), minutes(14)])
      expect((await authorised({ path: '/photos?list-type=2' }, { date })).status).toBe(200)
  })

  test.each<[what: string, how: Parameters<typeof presigned>[2], code: string, message: string]>([
    ['that has expired', { date: minutes(-2) }, 'AccessDenied', 'Request has expired'],
    ['that begins later', { date: minutes(16) }, 'AccessDenied', 'Request is not valid yet'],
    ['good for over a week', { expires: '604801' }, 'AuthorizationQueryParametersError', 'a week'],
    [
      'good for a negative time',
      { expires: '-1' },
      'AuthorizationQueryParametersError',
      'should be a number',
    ],
    [
      'for another region',
      { region: 'eu-west-1' },
      'AuthorizationQueryParametersError',
      "expecting 'us-east-1'",
    ],
    ['made with another secret', { secretAccessKey: 'guess' }, 'SignatureDoesNotMatch', 'does not match'],
  ])('in the query %s is refused', async (_, how, code, message) => {
    const answer = await call(presigned(endpoint, { path: '/photos/x' }, how))
    expect(answer.code).toBe(code)
    expect(answer.body).toContain(message)
  })

  test('says when it expired', async () => {
    const { body } = await call(presigned(endpoint, { path: '/photos/x' }, { date: minutes(-2) }))
    expect(body).toMatch(/<X-Amz-Expires>60<\/X-Amz-Expires><Expires>[^<]+Z<\/Expires><ServerTime>[^<]+Z</)
  })

  test('does not cover what is added or changed afterwards', async () => {
    const good = presigned(endpoint, { path: '/photos/x' })
    const path = good.path
    const codes = async (changed: Partial<Call>) => (await call({ ...good, ...changed })).code
    expect(await codes({})).toBe('NoSuchKey')
    expect(await codes({ path: `${path}&x-id=GetObject` })).toBe('SignatureDoesNotMatch')
    expect(await codes({ path: path.replace('/photos/x', '/photos/y') })).toBe('SignatureDoesNotMatch')
    expect(await codes({ path: path.replace('Expires=60', 'Expires=600') })).toBe('SignatureDoesNotMatch')
    expect(await codes({ path: `${path}&X-Amz-Expires=600` })).toBe('AuthorizationQueryParametersError')
    expect(await codes({ path: path.replace(/&X-Amz-Signature=.*/, '') })).toBe(
      'AuthorizationQueryParametersError',
    )
    expect(await codes({ path: path.slice(0, -1) })).toBe('SignatureDoesNotMatch')
    expect(await codes({ method: 'DELETE' })).toBe('SignatureDoesNotMatch')
    expect(await codes({ headers: { ...good.headers, 'x-amz-acl': 'public-read' } })).toBe('AccessDenied')
    expect(await codes({ headers: { ...good.headers, authorization: 'AWS4-HMAC-SHA256 x' } })).toBe(
      'InvalidArgument',
    )
  })

  test('must cover the host', async () => {
    const { path } = presigned(endpoint, { path: '/photos/x' })
    const answer = await call({ path: path.replace('SignedHeaders=host', 'SignedHeaders=range') })
    expect(answer).toMatchObject({ code: 'AccessDenied', status: 403 })
    expect(answer.body).toContain('<HeadersNotSigned>host</HeadersNotSigned>')
  })

  test('in a header that cannot be read is refused', async () => {
    for (const authorization of ['AWS KEY:signature', 'Bearer x', 'AWS4-HMAC-SHA256 Credential=KEY'])
      expect((await call({ path: '/photos/x', headers: { authorization } })).code).toBe(
        'AuthorizationHeaderMalformed',
      )
    const { headers = {}, path } = signed(endpoint, { path: '/photos/x' })
    const yesterday = headers.authorization?.replace(/KEY\/\d{8}/, 'KEY/20130524') ?? ''
    expect((await call({ path, headers: { ...headers, authorization: yesterday } })).code).toBe(
      'AuthorizationHeaderMalformed',
    )
    expect((await call({ path, headers: { ...headers, 'x-amz-date': 'now' } })).code).toBe('AccessDenied')
    const { 'x-amz-content-sha256': _, ...rest } = headers
    expect((await call({ path, headers: rest })).code).toBe('InvalidRequest')
  })
})

describe('without a signature', () => {
  test('only reading below public/ is allowed', async () => {
    await put('public/open', 'open', { 'content-type': 'text/plain', 'cache-control': 'max-age=60' })
    await put('private', 'secret')
    const open = await call({ path: '/photos/public/open' })
    expect(open).toMatchObject({ status: 200, body: 'open' })
    expect(open.headers).toMatchObject({ 'content-type': 'text/plain', 'cache-control': 'max-age=60' })
    expect((await call({ method: 'HEAD', path: '/photos/public/open' })).headers['content-length']).toBe('4')
    expect((await call({ path: '/photos/public/missing' })).code).toBe('NoSuchKey')
    const denied: Call[] = [
      { path: '/photos/private' },
      { path: '/photos/missing' },
      { path: '/photos/public' },
      { path: '/photos/Public/open' },
      { path: '/photos?list-type=2' },
      { path: '/' },
      { path: '/other/public/open' },
      { method: 'PUT', path: '/photos/public/open', body: 'mine' },
      { method: 'DELETE', path: '/photos/public/open' },
      { method: 'POST', path: '/photos/public/open' },
    ]
    for (const each of denied) expect(await call(each)).toMatchObject({ status: 403, code: 'AccessDenied' })
    expect((await call({ path: '/photos/public/open' })).body).toBe('open')
  })

  test('a page of another origin may read and upload, and sees the ETag', async () => {
    const origin = 'http://127.0.0.1:3000'
    const preflight = await call({
      method: 'OPTIONS',
      path: '/photos/uploads/x?X-Amz-Signature=any',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(preflight.status).toBe(200)
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, PUT',
      'access-control-allow-headers': 'content-type',
    })
    const upload = await put('cors', 'x', { origin })
    expect(upload.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag',
    })
    const refused = await call({ path: '/photos/private', headers: { origin } })
    expect(refused.headers['access-control-allow-origin']).toBe('*')
    const deleting = { origin, 'access-control-request-method': 'DELETE' }
    expect((await call({ method: 'OPTIONS', path: '/photos/x', headers: deleting })).code).toBe(
      'AccessForbidden',
    )
    expect((await call({ method: 'OPTIONS', path: '/photos/x' })).code).toBe('BadRequest')
  })
})

describe('a body', () => {
  const sha256 = (body: string) => createHash('sha256').update(body).digest('hex')

  test('must be what its hashes say', async () => {
    const good = { 'content-md5': 'XUFAKrxLKna5cZ2REBfFkg==', 'x-amz-checksum-crc32': 'NhCmhg==' }
    expect((await put('hashed', 'hello', good)).status).toBe(200)
    expect((await put('hashed', 'hellO', { 'content-md5': good['content-md5'] })).code).toBe('BadDigest')
    for (const name of ['x-amz-checksum-crc32', 'x-amz-checksum-sha1', 'x-amz-checksum-sha256'])
      expect((await put('hashed', 'hellO', { [name]: good['x-amz-checksum-crc32'] })).code).toBe('BadDigest')
    expect((await put('hashed', 'hellO', { 'x-amz-content-sha256': sha256('hello') })).code).toBe(
      'XAmzContentSHA256Mismatch',
    )
    expect((await get('hashed')).body).toBe('hello')
    expect((await put('unhashed', 'hellO', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' })).status).toBe(200)
  })

  test('is held against the checksum of an empty body that a careless presigner puts into the URL', async () => {
    const extra = { 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-sdk-checksum-algorithm': 'CRC32' }
    const careless = presigned(endpoint, { method: 'PUT', path: '/photos/careless', body: 'x' }, { extra })
    expect((await call(careless)).code).toBe('BadDigest')
  })

  test('must have a length, and one that S3 would take', async () => {
    const chunked = signed(endpoint, { method: 'PUT', path: '/photos/x' })
    const headers = { ...chunked.headers, 'transfer-encoding': 'chunked' }
    expect(await call({ ...chunked, headers, body: 'x' })).toMatchObject({
      status: 411,
      code: 'MissingContentLength',
    })
    const huge = signed(endpoint, {
      method: 'PUT',
      path: '/photos/x',
      headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    })
    const head = Object.entries({ ...huge.headers, 'content-length': 6 * 1024 ** 3, expect: '100-continue' })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
    const answer = await sendRaw(endpoint, `PUT /photos/x HTTP/1.1\r\n${head}\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*<Code>EntityTooLarge<\/Code>/s)
  })

  test('that was asked for with 100-continue arrives', async () => {
    const { method, path, headers } = signed(endpoint, {
      method: 'PUT',
      path: '/photos/asked',
      body: 'asked',
    })
    const { hostname, port } = new URL(endpoint)
    const outgoing = request({
      hostname,
      port,
      method,
      path,
      headers: { ...headers, 'content-length': 5, expect: '100-continue' },
    })
    outgoing.flushHeaders()
    await once(outgoing, 'continue')
    outgoing.end('asked')
    await once(outgoing, 'response')
    expect((await get('asked')).body).toBe('asked')
  })

  test('that ends too early is refused, and one that breaks off leaves nothing', async () => {
    const { path, headers = {} } = presigned(endpoint, { method: 'PUT', path: '/photos/half' })
    const head = `PUT ${path} HTTP/1.1\r\nhost: ${headers.host}\r\ncontent-length: 10\r\n\r\n`
    expect(await sendRaw(endpoint, `${head}half`)).toMatch(/^HTTP\/1\.1 400 .*<Code>IncompleteBody<\/Code>/s)
    const { hostname, port } = new URL(endpoint)
    const outgoing = request({
      hostname,
      port,
      method: 'PUT',
      path,
      headers: { ...headers, 'content-length': 10 },
    })
    outgoing.write('half')
    while ((await filesIn(join(dataDir, 'uploads'))) === 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
    outgoing.on('error', () => {}).destroy()
    while ((await filesIn(join(dataDir, 'uploads'))) > 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await get('half')).code).toBe('NoSuchKey')
  })

  test('on its way in does not show; the old object is read until the new one is whole', async () => {
    await put('replaced', 'old')
    const { path, headers } = presigned(endpoint, { method: 'PUT', path: '/photos/replaced' })
    const { hostname, port } = new URL(endpoint)
    const outgoing = request({
      hostname,
      port,
      method: 'PUT',
      path,
      headers: { ...headers, 'content-length': 3 },
    })
    outgoing.write('ne')
    while ((await filesIn(join(dataDir, 'uploads'))) === 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await get('replaced')).body).toBe('old')
    outgoing.end('w')
    await once(outgoing, 'response')
    expect((await get('replaced')).body).toBe('new')
  })
})

describe('reading', () => {
  beforeAll(async () => {
    await put('ten', '0123456789', { 'content-type': 'text/plain', 'x-amz-meta-note': 'kept' })
    await put('empty', '', { 'cache-control': 'immutable' })
  })

  test.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=5-2', 200, '0123456789', undefined],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['lines=0-1', 200, '0123456789', undefined],
    ['bytes=-', 200, '0123456789', undefined],
  ])('Range %s answers %i with “%s”', async (range, status, body, contentRange) => {
    const answer = await get('ten', { range })
    expect(answer).toMatchObject({ status, body })
    expect(answer.headers['content-range']).toBe(contentRange)
    expect(answer.headers).toMatchObject({ 'content-length': String(body.length), 'x-amz-meta-note': 'kept' })
  })

  test.each([
    ['ten', 'bytes=10-', 'bytes */10'],
    ['ten', 'bytes=-0', 'bytes */10'],
    ['empty', 'bytes=0-', 'bytes */0'],
  ])('of %s, Range %s cannot be satisfied', async (key, range, contentRange) => {
    const answer = await get(key, { range })
    expect(answer).toMatchObject({ status: 416, code: 'InvalidRange' })
    expect(answer.headers['content-range']).toBe(contentRange)
    expect(answer.headers['cache-control']).toBeUndefined()
  })

  test('of an empty object gives nothing, with its length', async () => {
    const answer = await get('empty')
    expect(answer).toMatchObject({ status: 200, body: '' })
    expect(answer.headers).toMatchObject({ 'content-length': '0', 'content-type': 'binary/octet-stream' })
  })

  test('heeds conditions', async () => {
    const { headers } = await get('ten')
    const { etag = '', 'last-modified': modified = '' } = headers
    const status = async (condition: Record<string, string>) => (await get('ten', condition)).status
    const earlier = new Date(Date.parse(modified) - 1000).toUTCString()
    expect(etag).toBe('"781e5e245d69b566979b86e28d23f2c7"')
    expect(await status({ 'if-none-match': etag })).toBe(304)
    expect(await status({ 'if-none-match': `"other", W/${etag}` })).toBe(304)
    expect(await status({ 'if-none-match': '"other"', 'if-modified-since': modified })).toBe(200)
    expect(await status({ 'if-modified-since': modified })).toBe(304)
    expect(await status({ 'if-modified-since': earlier })).toBe(200)
    expect(await status({ 'if-match': '"other"' })).toBe(412)
    expect(await status({ 'if-match': etag, 'if-unmodified-since': earlier })).toBe(200)
    expect(await status({ 'if-unmodified-since': earlier })).toBe(412)
    expect((await get('ten', { range: 'bytes=0-0', 'if-range': '"other"' })).status).toBe(200)
  })

  test('HEAD answers like GET without a body, also an error', async () => {
    const found = await authorised({ method: 'HEAD', path: '/photos/ten' })
    expect(found).toMatchObject({ status: 200, body: '' })
    expect(found.headers).toMatchObject({ 'content-length': '10', 'accept-ranges': 'bytes' })
    expect(await authorised({ method: 'HEAD', path: '/photos/missing' })).toMatchObject({
      status: 404,
      body: '',
    })
    expect((await authorised({ method: 'HEAD', path: '/photos' })).status).toBe(200)
  })
})

describe('a key', () => {
  test('is a name and not a path', async () => {
    await put('uploads/secret', 'secret')
    for (const path of [
      '/photos/public/../uploads/secret',
      '/photos/public/%2e%2e/uploads/secret',
      '/photos/public/..%2fuploads/secret',
      '/photos/public/..\\uploads\\secret',
      '/photos/public/./../uploads/secret',
      '/photos/public//uploads/secret%00',
    ])
      expect(await call({ path })).toMatchObject({ status: 404, code: 'NoSuchKey' })
    const climbing = ['/photos/../../etc/passwd', '/photos/%2e%2e/x', '/photos/a/../../b']
    for (const path of [...climbing, '/photos/%ff', '/photos/%zz'])
      expect(await call({ path })).toMatchObject({ status: 400, code: 'InvalidURI' })
    expect(await call({ path: 'http://elsewhere/photos/public/x' })).toMatchObject({ code: 'InvalidURI' })
  })

  test('may be odd, long or another one’s folder, and all of it stays in the data folder', async () => {
    const long = 'k'.repeat(1024)
    const keys = [
      'a',
      'a/b',
      'a/',
      'a//b',
      'A',
      '.',
      'x/..',
      'nul\0',
      'c:\\con',
      'new\nline',
      long,
      long.slice(1),
    ]
    for (const key of keys) expect((await put(encodeURIComponent(key), `body of ${key}`)).status).toBe(200)
    for (const key of keys) expect((await get(encodeURIComponent(key))).body).toBe(`body of ${key}`)
    expect(await readdir(dir)).toEqual(['s3'])
    expect((await readdir(dataDir)).sort()).toEqual(['objects', 'uploads'])
    expect((await put(`${long}k`, 'x')).code).toBe('KeyTooLongError')
    for (const key of ['a', long.slice(1)])
      expect((await authorised({ method: 'DELETE', path: `/photos/${key}` })).status).toBe(204)
    expect((await get('a')).code).toBe('NoSuchKey')
    expect((await get('a/b')).body).toBe('body of a/b')
    expect((await get(long)).body).toBe(`body of ${long}`)
  })
})

describe('a listing', () => {
  const keysOf = (body: string) => [...body.matchAll(/<Key>(.*?)<\/Key>/g)].map((match) => match[1])
  const list = (query: string) => authorised({ path: `/photos?list-type=2&${query}` })
  const keys = ['list/', 'list/1', 'list/10', 'list/2', `list/${'long'.repeat(40)}`, 'list/ў']
  beforeAll(async () => {
    for (const key of keys) await put(encodeURI(key), key)
  })

  test('goes through all pages in the order of bytes', async () => {
    const seen: unknown[] = []
    let query = 'prefix=list%2F&max-keys=2'
    for (let page = 1; page <= 3; page++) {
      const { body } = await list(query)
      expect(body).toContain(
        `<KeyCount>2</KeyCount><MaxKeys>2</MaxKeys><IsTruncated>${page < 3}</IsTruncated>`,
      )
      seen.push(...keysOf(body))
      const token = /<NextContinuationToken>(.*?)</.exec(body)?.[1]
      query = `prefix=list%2F&max-keys=2&continuation-token=${token}`
    }
    expect(seen).toEqual(keys)
  })

  test('starts after a key, encodes on demand, and tells size, time and ETag', async () => {
    const { body } = await list('prefix=list%2F&start-after=list%2F2&encoding-type=url')
    expect(keysOf(body)).toEqual([keys[4], 'list/%D1%9E'])
    expect(body).toMatch(
      /<LastModified>\d{4}-[^<]+Z<\/LastModified><ETag>&#x22;\w{32}&#x22;<\/ETag><Size>165</,
    )
    expect(keysOf((await list('prefix=nothing')).body)).toEqual([])
    expect((await list('max-keys=many')).code).toBe('InvalidArgument')
  })
})

test('what is not there or not offered is refused by name', async () => {
  expect((await authorised({ path: '/other/x' })).code).toBe('NoSuchBucket')
  expect((await authorised({ path: '/' })).code).toBe('NotImplemented')
  expect((await authorised({ path: '/photos' })).code).toBe('NotImplemented')
  expect((await authorised({ method: 'POST', path: '/photos/x' })).code).toBe('MethodNotAllowed')
  expect((await authorised({ method: 'DELETE', path: '/photos' })).code).toBe('MethodNotAllowed')
  for (const query of ['acl', 'uploads', 'tagging', 'versionId=1'])
    expect((await authorised({ path: `/photos/ten?${query}` })).code).toBe('NotImplemented')
  for (const headers of [
    { 'x-amz-copy-source': '/photos/ten' },
    { 'if-none-match': '*' },
    { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' },
    { 'x-amz-checksum-crc64nvme': 'AAAAAAAAAAA=' },
  ])
    expect(await put('never', 'x', headers as Record<string, string>)).toMatchObject({
      status: 501,
      code: 'NotImplemented',
    })
  expect((await get('never')).code).toBe('NoSuchKey')
  expect(await sendRaw(endpoint, 'not http\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*<Code>BadRequest<\/Code>/s)
})

test('objects are there after a restart, half-sent ones are swept, and a taken port is named', async () => {
  const folder = join(dir, 'restart')
  const options = { ...credentials, port: 0, dataDir: folder }
  const first = await startS3(options)
  await send(
    first.endpoint,
    signed(first.endpoint, { method: 'PUT', path: '/photos/public/x', body: 'kept' }),
  )
  const port = Number(new URL(first.endpoint).port)
  await expect(startS3({ ...options, dataDir: join(dir, 'taken'), port })).rejects.toThrow(
    `Port ${port} is taken: set S3_PORT to another one`,
  )
  await first.stop()
  await writeFile(join(folder, 'uploads/half'), 'ha')
  const second = await startS3({ ...options, port })
  expect(await filesIn(join(folder, 'uploads'))).toBe(0)
  expect(second.endpoint).toBe(first.endpoint)
  expect((await send(second.endpoint, { path: '/photos/public/x' })).body).toBe('kept')
  await second.stop()
  await rm(folder, { recursive: true })
  await rm(join(dir, 'taken'), { recursive: true })
})
