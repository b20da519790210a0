import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '#server/sandbox/postgres.ts'
import { createTemplate, createTestDatabase } from '../db.ts'
import {
  type How,
  layOutProject,
  ordinary,
  packageName,
  removeDir,
  spawnBoard,
  startBoard,
  tempDir,
} from './postgres-world.ts'

let temp: string
/** A cluster in which table `kept` has one row; tests start copies of it, which is faster than initdb. */
let pristine: string

beforeAll(async () => {
  temp = await tempDir()
  pristine = join(temp, 'pristine')
  const server = await startPostgres({ dataDir: pristine })
  await query(server.url, "CREATE TABLE kept AS SELECT 'here' AS state")
  await server.stop()
})
afterAll(() => removeDir(temp))

async function query(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

const keptIn = async (url: string | undefined) =>
  (await query(url as string, 'SELECT state FROM kept'))[0]?.state

async function copyOfCluster(name: string): Promise<string> {
  const dataDir = join(temp, name)
  await cp(pristine, dataDir, { recursive: true })
  return dataDir
}

test('a stopped server starts again with its data, for both client libraries', async () => {
  const dataDir = await copyOfCluster('restart')
  const first = await startPostgres({ dataDir })
  await query(first.url, "INSERT INTO kept VALUES ('added')")
  await first.stop()
  const second = await startPostgres({ dataDir })
  const client = new Client({ connectionString: second.url })
  await client.connect()
  const { rows } = await client.query('SELECT state FROM kept')
  await client.end()
  await second.stop()
  expect(rows).toEqual([{ state: 'here' }, { state: 'added' }])
})

test('the server listens on loopback only and asks for the password', async () => {
  const { url, stop } = await startPostgres({ dataDir: await copyOfCluster('loopback') })
  const wrong = new URL(url)
  wrong.password = 'wrong'
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
  const [row] = await query(
    url,
    "SELECT current_setting('listen_addresses') a, current_setting('unix_socket_directories') s",
  )
  await stop()
  expect(row).toEqual({ a: '127.0.0.1', s: '' })
})

test('letters are letters in every script: trigrams, words and case work in Cyrillic', async () => {
  const { url, stop } = await startPostgres({ dataDir: await copyOfCluster('letters') })
  await query(url, 'CREATE EXTENSION pg_trgm')
  const [row] = await query(
    url,
    "SELECT cardinality(show_trgm('ўқ')) trigrams, to_tsvector('simple', 'Нон — №3')::text words, lower('ЎҚҒҲ') low",
  )
  await stop()
  expect(row).toEqual({ trigrams: 3, words: "'3':2 'нон':1", low: 'ўқғҳ' })
})

test('after a hard kill of the board its Postgres is stopped, and the data is there', async () => {
  const dataDir = await copyOfCluster('killed')
  const board = await startBoard(dataDir)
  await query(board.url as string, "UPDATE kept SET state = 'before the kill'")
  await board.kill()
  const left = Number((await readFile(join(dataDir, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0])
  expect(() => process.kill(left, 0)).not.toThrow()
  const lines: string[] = []
  const { url, stop } = await startPostgres({ dataDir, log: (line) => lines.push(line) })
  expect(lines).toEqual([expect.stringContaining(`process ${left}`)])
  expect(await keptIn(url)).toBe('before the kill')
  await stop()
})

test('of three boards started at once on one folder, one runs and the others name it', async () => {
  const dataDir = await copyOfCluster('rivals')
  const boards = await Promise.all([startBoard(dataDir), startBoard(dataDir), startBoard(dataDir)])
  const [winner, ...rest] = boards.filter((board) => board.url)
  expect(rest).toEqual([])
  expect(await keptIn(winner?.url)).toBe('here')
  for (const loser of boards.filter((board) => board !== winner))
    expect(loser.errors).toMatch(/is already in use by .*process.*: stop it, or set another DATA_DIR\.\n$/)
  const late = await startBoard(dataDir)
  expect(late.errors).toContain(`process ${winner?.process.pid}`)
  await winner?.stop()
})

test('one process cannot use a folder twice, and can once it has stopped', async () => {
  const dataDir = await copyOfCluster('twice')
  const first = await startPostgres({ dataDir })
  await expect(startPostgres({ dataDir })).rejects.toThrow(`process ${process.pid}`)
  await first.stop()
  await first.stop()
  await (await startPostgres({ dataDir })).stop()
})

test('a creation cut short by a kill starts afresh', async () => {
  const dataDir = join(temp, 'half')
  const board = spawnBoard(dataDir)
  const begun = async () => {
    const half = (await readdir(dataDir).catch(() => [] as string[])).find((name) =>
      name.startsWith('unfinished-'),
    )
    return half && existsSync(join(dataDir, half, 'base'))
  }
  while (!(await begun())) await new Promise((resolve) => setTimeout(resolve, 5))
  board.kill('SIGKILL')
  await once(board, 'exit')
  expect(await readdir(dataDir)).not.toContain('cluster')
  const { url, stop } = await startPostgres({ dataDir, durable: false })
  expect(await query(url, 'SELECT 1 one')).toEqual([{ one: 1 }])
  await stop()
})

test('a stranger who got the number in postmaster.pid is left alone', async () => {
  const dataDir = await copyOfCluster('stranger')
  const stranger = spawn('sleep', ['60'])
  await once(stranger, 'spawn')
  await writeFile(
    join(dataDir, 'cluster/postmaster.pid'),
    `${stranger.pid}\n${dataDir}/cluster\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n`,
  )
  const { url, stop } = await startPostgres({ dataDir })
  expect(await keptIn(url)).toBe('here')
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  stranger.kill()
  await stop()
})

test('data of another version, damaged or without its password stops the start with a sentence', async () => {
  const dataDir = await copyOfCluster('damaged')
  const refusal = () =>
    startPostgres({ dataDir }).then(
      () => 'started',
      (error: Error) => error.message,
    )
  await rename(join(dataDir, 'password'), join(dataDir, 'lost'))
  expect(await refusal()).toMatch(/password cannot be read: restore it from a backup/)
  await rename(join(dataDir, 'lost'), join(dataDir, 'password'))
  await truncate(join(dataDir, 'cluster/global/pg_control'), 100)
  expect(await refusal()).toMatch(/^Postgres did not start from .*: .*pg_control/)
  await writeFile(join(dataDir, 'cluster/PG_VERSION'), '17\n')
  expect(await refusal()).toMatch(
    /was made by Postgres 17 and this is Postgres 18: dump it .*, or remove it\.$/,
  )
  await writeFile(join(dataDir, 'cluster/PG_VERSION'), '')
  expect(await refusal()).toMatch(/is damaged .*: restore it from a backup, or remove it\.$/)
})

describe('an ordinary user whom the project does not belong to', () => {
  let project: string
  let how: How
  beforeAll(async () => {
    project = join(temp, 'project')
    how = { ...ordinary, script: await layOutProject(project), node: join(project, 'node') }
    await cp(process.execPath, join(project, 'node'))
    await chmod(join(project, 'node_modules', packageName, 'native/lib'), 0o555)
    await chmod(temp, 0o755)
  })
  afterAll(() => chmod(join(project, 'node_modules', packageName, 'native/lib'), 0o755))

  test('runs it from a package that npm did not finish and he cannot', async () => {
    await mkdir(join(project, 'data'))
    await chmod(join(project, 'data'), 0o777)
    const board = await startBoard(join(project, 'data/postgres'), how)
    expect(board.errors).toBe('')
    expect(await query(board.url as string, 'SELECT 1 one')).toEqual([{ one: 1 }])
    await board.stop()
  })

  test('is told that the data folder is another’s', async () => {
    const dataDir = join(project, 'foreign')
    await mkdir(dataDir, { mode: 0o555 })
    const board = await startBoard(dataDir, how)
    expect(board.errors).toBe(
      `${dataDir} belongs to another user: start as that user, or set another DATA_DIR.\n`,
    )
  })
})

test('everything may lie below a folder that only its owner, even root, can enter', async () => {
  const dir = join(temp, 'closed')
  await mkdir(dir, { mode: 0o700 })
  const script = await layOutProject(dir)
  const dataDir = join(dir, 'data')
  await cp(pristine, dataDir, { recursive: true })
  await chmod(temp, 0o755)
  const board = await startBoard(dataDir, { script, env: { ...process.env, TMPDIR: temp } })
  expect(board.errors).toBe('')
  expect(await keptIn(board.url)).toBe('here')
  await board.stop()
})

test('copies of a template are made by several at once and do not know of each other', async () => {
  const { url, stop } = await startPostgres({ dataDir: await copyOfCluster('template'), durable: false })
  const template = await createTemplate(url, async (fresh) => {
    await query(fresh, "CREATE TABLE kept AS SELECT 'migrated' AS state")
  })
  const [one, two] = await Promise.all([createTestDatabase(url, template), createTestDatabase(url, template)])
  const sql = postgres(two.url, { max: 1 })
  await sql`UPDATE kept SET state = 'changed'`
  expect(await keptIn(one.url)).toBe('migrated')
  await two.drop()
  await expect(keptIn(two.url)).rejects.toThrow(/does not exist/)
  await sql.end()
  await stop()
})
