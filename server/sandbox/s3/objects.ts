import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What is kept with an object. */
export interface Metadata {
  /** Quoted, as in the ETag header. */
  etag: string
  /** Sent again with every answer: content-type, cache-control and the like. */
  headers: Record<string, string>
}

export interface StoredObject extends Metadata {
  size: number
  lastModified: Date
  /** The object is the first `size` bytes of this file; the caller closes it. */
  file: FileHandle
}

export interface ListedObject {
  key: string
  etag: string
  size: number
  lastModified: Date
}

/** An object on its way in: seen by nobody until `commit`. */
export interface Upload {
  write(chunk: Buffer): Promise<void>
  commit(key: string, metadata: Metadata): Promise<void>
  abort(): Promise<void>
}

export interface ObjectStore {
  begin(): Promise<Upload>
  open(key: string): Promise<StoredObject | undefined>
  delete(key: string): Promise<void>
  /** Up to `limit` objects whose keys start with `prefix` and follow `after`, in the order of UTF-8 bytes. */
  list(prefix: string, after: string, limit: number): Promise<ListedObject[]>
}

/**
 * Objects as files. A file's name is its key in hex, so no key can leave the folder, clash with another
 * (`a` and `a/b`, `A` and `a` on a Mac) or be forbidden by the file system, and names sort as S3 sorts keys.
 * A file is the body, then the metadata as JSON, then that JSON's length in four bytes: body and metadata
 * come, change and go in one step, a rename.
 */
export async function createObjectStore(dir: string): Promise<ObjectStore> {
  const objects = join(dir, 'objects')
  const uploads = join(dir, 'uploads')
  await rm(uploads, { recursive: true, force: true })
  for (const folder of [objects, uploads]) await mkdir(folder, { recursive: true })

  return {
    async begin() {
      const half = join(uploads, randomUUID())
      const file = await open(half, 'wx')
      return {
        write: (chunk) => file.appendFile(chunk),
        async commit(key, metadata) {
          const trailer = Buffer.from(JSON.stringify(metadata))
          const length = Buffer.alloc(4)
          length.writeUInt32BE(trailer.length)
          await file.appendFile(Buffer.concat([trailer, length]))
          await file.datasync()
          await file.close()
          const path = pathOf(objects, key)
          await mkdir(dirname(path), { recursive: true })
          await rename(half, path)
        },
        async abort() {
          await file.close()
          await rm(half, { force: true })
        },
      }
    },
    open: (key) => openObject(pathOf(objects, key)),
    delete: (key) => rm(pathOf(objects, key), { force: true }),
    async list(prefix, after, limit) {
      const [from, past] = [toHex(prefix), toHex(after)]
      const found: ListedObject[] = []
      for await (const { hex, path } of walk(objects, '')) {
        if (!hex.startsWith(from) || hex <= past) continue
        const object = await openObject(path)
        if (!object) continue
        await object.file.close()
        found.push({ ...object, key: Buffer.from(hex, 'hex').toString() })
        if (found.length === limit) break
      }
      return found
    },
  }
}

const toHex = (key: string) => Buffer.from(key).toString('hex')

/** A file name holds 120 bytes of key; longer keys continue in a folder (whose suffix sorts after `.file`). */
function pathOf(root: string, key: string): string {
  const parts = toHex(key).match(/.{1,240}/g) ?? []
  return join(root, ...parts.map((part, i) => part + (i === parts.length - 1 ? '.file' : '.more')))
}

async function* walk(dir: string, before: string): AsyncGenerator<{ hex: string; path: string }> {
  for (const name of (await readdir(dir)).sort()) {
    const [part = '', suffix] = name.split('.')
    const next = { hex: before + part, path: join(dir, name) }
    if (suffix === 'more') yield* walk(next.path, next.hex)
    else yield next
  }
}

async function openObject(path: string): Promise<StoredObject | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (!file) return undefined
  try {
    const { size: total, mtime } = await file.stat()
    const read = async (length: number, position: number) =>
      (await file.read(Buffer.alloc(length), 0, length, position)).buffer
    const length = (await read(4, total - 4)).readUInt32BE()
    const size = total - 4 - length
    const metadata = JSON.parse((await read(length, size)).toString()) as Metadata
    return { ...metadata, size, lastModified: mtime, file }
  } catch (error) {
    await file.close()
    throw error
  }
}
