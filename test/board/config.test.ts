import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, fields, readEnvironment } from '#server/config.ts'
import { startServices } from '#server/services.ts'
import { startProcess } from './process.ts'

const complaint = (env: Record<string, string>) => {
  try {
    readEnvironment(env)
    return 'accepted'
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
}

describe('settings', () => {
  it('are all described', () => {
    for (const [name, { description }] of Object.entries(fields)) expect(description, name).toMatch(/\w/)
  })

  it('are all in the README', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
    for (const [name, { description }] of Object.entries(fields))
      expect(readme).toContain(`| \`${name}\` | ${description} |`)
  })

  it('have defaults that are good', () => {
    expect(readEnvironment({})).toMatchObject({ PORT: 3000, NODE_ENV: 'development', CHANNEL_LOCALE: 'uz' })
  })

  it('give the limits of open ads, by category too', () => {
    expect(readEnvironment({}).OPEN_ADS).toEqual({
      all: 50,
      category: 20,
      categories: { lost: 5, jobs: 10, business: 10 },
    })
    const bare = { OPEN_ADS: ' all = 9 , category=0 ' }
    expect(readEnvironment(bare).OPEN_ADS).toEqual({ all: 9, category: 0, categories: {} })
    expect(complaint({ OPEN_ADS: 'all=50,category=20,cars=5' })).toMatch(
      /^OPEN_ADS names cars, but the categories are transport, /,
    )
  })

  it('that are empty count as absent', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ PORT: 3000 })
  })

  it.each<[string, string]>([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['NODE_ENV', 'prod'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['S3_ENDPOINT', 'localhost'],
    ['BOT_TOKEN', 'secret-that-must-not-be-shown'],
    ['CHANNEL_ID', '1001'],
    ['ADMIN_IDS', '1, two'],
    ['CHANNEL_LOCALE', 'uzb'],
    ['WEBHOOK_SECRET', 'short'],
    ['TELEGRAM', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['OPEN_ADS', 'many'],
    ['OPEN_ADS', 'all=50,category=-1'],
    ['OPEN_ADS', 'all=50,category=20,lost=5.5'],
    ['OPEN_ADS', 'all=50,category=20,lost=5,lost=6'],
    ['OPEN_ADS', 'category=20'],
    ['OPEN_ADS', 'all=50,category=20,cars=5'],
  ])('%s=%s is refused in one sentence that names it and does not repeat it', (name, value) => {
    const message = complaint({ [name]: value })
    expect(message).toMatch(new RegExp(`^${name} [^\n]+\\.$`))
    expect(message).not.toContain('secret-that')
  })

  it('in production must all be there; the first that is not is named', () => {
    expect(complaint({ NODE_ENV: 'production' })).toMatch(/^DATABASE_URL is not set: /)
  })

  it.each([
    [{ BOT_TOKEN: '123:abcdefghijklmnopqrstuvwxyz' }, 'MODERATORS_CHAT_ID'],
    [{ S3_ENDPOINT: 'http://127.0.0.1:1' }, 'S3_BUCKET'],
  ])('of a real service that is half configured name what is missing', async (env, missing) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'vodiy-bozor-config-'))
    const rest = {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x',
      DATA_DIR: dataDir,
      PORT: '0',
      SANDBOX_PORT: '0',
      S3_PORT: '0',
    }
    await expect(startServices(readEnvironment({ ...rest, ...env }))).rejects.toThrow(`${missing} is not set`)
    await rm(dataDir, { recursive: true, force: true })
  })

  it('come from a .env file too, and a bad one stops the start without a stack', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'vodiy-bozor-env-'))
    await writeFile(join(cwd, '.env'), 'CHANNEL_ID=mychannel\n')
    await expect(startProcess({}, cwd)).rejects.toThrow('exit 1: CHANNEL_ID must be a whole number.\n')
    await rm(cwd, { recursive: true, force: true })
  })
})
