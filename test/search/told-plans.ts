import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Db } from '#server/db/client.ts'
import * as schema from '#server/db/schema.ts'

/** What EXPLAIN tells of a node, as far as it is looked at; of one of several loops on average. */
interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

export interface Told {
  /** Names of the indexes that were read. */
  indexes: Set<string>
  /** Tables that were read from end to end. */
  wholeTables: Set<string>
  /** Rows of the largest sort. */
  sorted: number
  /** Rows of all tables that were looked at, be they wanted or not. */
  looked: number
}

/** One connection whose database tells how it did every statement, also of those inside functions, after it did it. */
export async function createTelling(url: string) {
  let plans: Plan[] = []
  const sql = postgres(url, {
    max: 1,
    onnotice: ({ message = '' }) => {
      const [, json] = /plan:\n([^]*)$/.exec(message) ?? []
      if (json) plans.push((JSON.parse(json) as { Plan: Plan }).Plan)
    },
  })
  await sql.unsafe(`load 'auto_explain'; set auto_explain.log_min_duration = 0;
    set auto_explain.log_analyze = on; set auto_explain.log_timing = off; set auto_explain.log_format = json;
    set auto_explain.log_nested_statements = on; set auto_explain.log_level = notice`)
  return {
    sql,
    async told(ask: (db: Db) => Promise<unknown>): Promise<Told> {
      plans = []
      // What words stand for is remembered with the connection: a new one remembers nothing.
      await ask(drizzle(sql, { schema }) as unknown as Db)
      return summary(plans.flatMap(nodesOf))
    },
  }
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
const rowsOf = (node: Plan) => node['Actual Rows'] * node['Actual Loops']
const removed = (node: Plan) =>
  ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
  node['Actual Loops']

function summary(nodes: readonly Plan[]): Told {
  const ofTables = nodes.filter((node) => node['Relation Name'] !== undefined)
  const sorts = nodes.filter((node) => node['Node Type'].endsWith('Sort'))
  return {
    indexes: new Set(nodes.flatMap((node) => node['Index Name'] ?? [])),
    wholeTables: new Set(
      ofTables
        .filter((node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0)
        .map((node) => node['Relation Name'] as string),
    ),
    sorted: Math.max(0, ...sorts.map((sort) => rowsOf(sort.Plans?.[0] as Plan))),
    looked: ofTables.reduce((sum, node) => sum + rowsOf(node) + removed(node), 0),
  }
}
