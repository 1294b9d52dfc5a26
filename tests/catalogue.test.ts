import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../app/acts.ts'
import { routesBeside } from '../app/plainRoutes.ts'
import { createApp } from '../app/server.tsx'
import type { Entry } from '../platform/act.ts'
import { openPool } from '../platform/db.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'
import { settingsForTests } from './support/town.ts'

let database: TestDatabase
let owner: pg.Client
let app: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client(database.ownerUrl)
  app = new pg.Client(database.appUrl)
  await owner.connect()
  await app.connect()
}, 60_000)
afterAll(async () => {
  await owner?.end()
  await app?.end()
  await database?.drop()
})

/** One column of the answer. */
const list = async (sql: string): Promise<string[]> => (await owner.query<{ it: string }>(sql)).rows.map(({ it }) => it)

const schemas = "('public', 'vault')"
/** Every table of the product, and whether it belongs to one municipality. */
const tables = `select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped) as tenant
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname in ${schemas} and c.relname <> 'schakelbord_migrations'`

describe('[PRI-11] a municipality stays within itself', () => {
  test('every table belongs to one, but the list of municipalities', async () => {
    expect(await list(`select name as it from (${tables}) t where not tenant order by 1`)).toEqual(['public.municipalities'])
  })

  test('municipality_id comes first in every primary key', async () => {
    const wrong = await list(`select t.name as it from (${tables}) t where tenant and not exists (
      select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = t.oid and i.indisprimary and a.attname = 'municipality_id') order by 1`)
    expect(wrong).toEqual([])
  })

  test('and in every reference to another table of the municipality, so that none points across', async () => {
    const wrong = await list(`select t.name || ' ' || k.conname as it from (${tables}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
      where tenant and not (a.attname = 'municipality_id' and (f.attname = 'municipality_id' or k.confrelid = 'public.municipalities'::regclass)) order by 1`)
    expect(wrong).toEqual([])
  })

  test('row level security is on for every table, and has at least one rule', async () => {
    expect(await list(`select name as it from (${tables}) t where not relrowsecurity or not exists (select from pg_policy p where p.polrelid = t.oid) order by 1`)).toEqual([])
  })

  test('every rule asks for the municipality', async () => {
    const rules = await list(`select t.name || ' ' || p.polname as it from (${tables}) t join pg_policy p on p.polrelid = t.oid
      where tenant and coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') not like '%ctx.municipality()%' order by 1`)
    expect(rules).toEqual([])
  })

  test('and asks who it is once for a whole query, not once for every row', async () => {
    const rules = await list(`select t.name || ' ' || p.polname as it from (${tables}) t join pg_policy p on p.polrelid = t.oid
      where coalesce(pg_get_expr(p.polqual, p.polrelid), '') ~ '(?<!SELECT )ctx\\.(municipality|kind|person|role|purpose|teams|readable)\\(' order by 1`)
    expect(rules).toEqual([])
  })
})

describe('[AC-30] the role of the application', () => {
  test('is nobody special, owns nothing and belongs to no other role', async () => {
    expect((await owner.query("select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname = 'schakelbord_app'")).rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false })
    expect(await list("select relname as it from pg_class where relowner = 'schakelbord_app'::regrole union select proname from pg_proc where proowner = 'schakelbord_app'::regrole union select nspname from pg_namespace where nspowner = 'schakelbord_app'::regrole")).toEqual([])
    expect(await list("select roleid::regrole::text as it from pg_auth_members where member = 'schakelbord_app'::regrole")).toEqual([])
  })

  test('makes nothing, in no schema', async () => {
    expect(await list("select nspname as it from pg_namespace where nspname !~ '^pg_(toast|temp)' and has_schema_privilege('schakelbord_app', oid, 'create') order by 1")).toEqual([])
    await expect(app.query('create function mine() returns int language sql as $$ select 1 $$')).rejects.toMatchObject({ code: '42501' })
  })

  test('has no right on any table of sessions, log, search words or statistics', async () => {
    const rights = await list(`select c.oid::regclass::text as it from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('public', 'vault', 'pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
      and has_any_column_privilege('schakelbord_app', c.oid, 'select,insert,update') and has_schema_privilege('schakelbord_app', n.oid, 'usage') order by 1`)
    expect(rights).toEqual([])
  })

  test('takes nothing away that is only added to', async () => {
    const rights = await list(`select c.relname || ' ' || w as it from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['delete', 'truncate', 'update']) w
      where n.nspname = 'public' and c.relname in ('case_answers', 'signal_contents', 'signal_assessments', 'signal_notes', 'minutes', 'deeds', 'contacts', 'case_closures', 'case_steps', 'directory_versions', 'map_section_versions')
      and has_table_privilege('schakelbord_app', c.oid, w) order by 1`)
    expect(rights).toEqual([])
  })
})

describe('functions that run with the rights of the owner', () => {
  const definers = `select p.oid, p.oid::regprocedure::text as name, coalesce((select c from unnest(p.proconfig) c where c like 'search_path=%'), '') as path, has_function_privilege('schakelbord_app', p.oid, 'execute') as open, p.prorettype = 'trigger'::regtype as trigger,
    exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as public
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ('public', 'ctx', 'auth', 'audit', 'account', 'directory', 'vault', 'cubes')`

  test('look in fixed places: in the catalogue alone, with full names for all else, or with those of the caller last', async () => {
    expect(await list(`select name || ': end its search_path with pg_temp' as it from (${definers}) d where path !~ 'pg_temp$' and path <> 'search_path=pg_catalog' order by 1`)).toEqual([])
  })

  test('are open to nobody but whom they were given to', async () => {
    expect(await list(`select name as it from (${definers}) d where public and open and not trigger order by 1`)).toEqual([])
  })

  test('and are on the list that was reviewed', async () => {
    await expect(`${(await list(`select name as it from (${definers}) d where open and not trigger order by 1`)).join('\n')}\n`).toMatchFileSnapshot('./definers.txt')
  })
})

describe('what is served', () => {
  const pool = () => openPool(database.appUrl, 1)

  test('[AC-03] an entry without a rule does not start', async () => {
    const { may: _may, ...lawless } = entries[0]!
    const own = pool()

    expect(() => createApp({ pool: own, settings: settingsForTests(), entries: [lawless as unknown as Entry] })).toThrow(/has no may/)

    await own.end()
  })

  test('[AC-03] every address is that of an entry, or on the list that was reviewed', async () => {
    const own = pool()
    const beside = routesBeside(createApp({ pool: own, settings: settingsForTests() }).routes, entries, [])
    const others = beside.filter((it) => !/^GET \/(stijl|assets?|fonts?)\b|\.[0-9a-zA-Z_-]{6,}\.(css|js|woff2|svg|png|ico|webmanifest)$/.test(it))
    await own.end()

    await expect(`${others.join('\n')}\n`).toMatchFileSnapshot('./routes.txt')
  })
})
