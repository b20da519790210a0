import { randomBytes } from 'node:crypto'
import postgres from 'postgres'

/**
 * Creates a database, migrates it and closes it to everybody, so that it can be copied at any time.
 * @param adminUrl any database of the server, as a user that may create databases
 * @returns its name, for `createTestDatabase`
 */
export async function createTemplate(
  adminUrl: string,
  migrate: (url: string) => Promise<void>,
): Promise<string> {
  const name = `template_${randomBytes(6).toString('hex')}`
  await execute(adminUrl, `CREATE DATABASE ${name}`)
  await migrate(databaseUrl(adminUrl, name))
  await execute(adminUrl, `ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
  return name
}

/** Copies the template into a database of its own (20 to 120 ms); `drop` also ends open connections to it. */
export async function createTestDatabase(
  adminUrl: string,
  template: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await execute(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: databaseUrl(adminUrl, name),
    drop: () => execute(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

async function execute(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
