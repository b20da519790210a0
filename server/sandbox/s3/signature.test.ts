import { expect, test } from 'vitest'
import { sign } from './signature.ts'

/** The examples of Amazon's documentation, so that the signer is not only right by its own measure. */
const scope = { dateTime: '20130524T000000Z', region: 'us-east-1' }
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const host = ['host', 'examplebucket.s3.amazonaws.com'] as const

test('GET with headers, https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html', () => {
  const { signature } = sign(
    {
      method: 'GET',
      path: '/test.txt',
      query: [],
      headers: [
        host,
        ['range', 'bytes=0-9'],
        ['x-amz-content-sha256', empty],
        ['x-amz-date', '20130524T000000Z'],
      ],
      payloadHash: empty,
    },
    scope,
    secret,
  )
  expect(signature).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41')
})

test('PUT of a key with a character to encode', () => {
  const payloadHash = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072'
  const { signature } = sign(
    {
      method: 'PUT',
      path: '/test$file.text',
      query: [],
      headers: [
        ['date', 'Fri, 24 May 2013 00:00:00 GMT'],
        host,
        ['x-amz-content-sha256', payloadHash],
        ['x-amz-date', '20130524T000000Z'],
        ['x-amz-storage-class', 'REDUCED_REDUNDANCY'],
      ],
      payloadHash,
    },
    scope,
    secret,
  )
  expect(signature).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd')
})

test('presigned GET, https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html', () => {
  const { signature } = sign(
    {
      method: 'GET',
      path: '/test.txt',
      query: [
        ['X-Amz-SignedHeaders', 'host'],
        ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
        ['X-Amz-Credential', 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'],
        ['X-Amz-Date', '20130524T000000Z'],
        ['X-Amz-Expires', '86400'],
      ],
      headers: [host],
      payloadHash: 'UNSIGNED-PAYLOAD',
    },
    scope,
    secret,
  )
  expect(signature).toBe('aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404')
})
