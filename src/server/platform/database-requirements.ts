import type pg from "pg";
import { AppError } from "#domain/errors.ts";

/** The role that the program works as: it owns nothing and row-level security holds for it. */
export const appRole = "warmline_app";

/** What a server of one's own lacks, with the statement that provides it. */
export type MissingRequirement = { what: string; sql?: string };

export function renderMissing({ what, sql }: MissingRequirement): string {
  return sql ? `${what}. Run as an administrator of the server: ${sql}` : what;
}

type Facts = {
  version: number;
  encoding: string;
  database: string;
  owner: string;
  trigramReady: boolean;
  trigramOffered: boolean;
  mayCreate: boolean;
  superuser: boolean;
  mayCreateRole: boolean;
  roleExists: boolean;
  roleGranted: boolean;
  roleBypasses: boolean;
};

const versionMin = 160_000;

/** Refuses a server that the program cannot run on, naming everything that is missing at once. */
export async function checkDatabase(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Facts>(factsQuery);
  const facts = rows[0];
  if (!facts) throw new Error("the server did not answer");

  const missing = missingFrom(facts);
  if (missing.length === 0 && facts.trigramReady && !(await knowsLetters(pool))) missing.push(lettersMissing(facts));
  if (missing.length > 0) throw new AppError("database_not_ready", { missing });
}

/** Roles belong to the whole server: another database of ours may have made it already. */
export async function createAppRole(client: pg.PoolClient): Promise<void> {
  await client.query(`
    do $$ begin
      if exists (select from pg_roles where rolname = '${appRole}') then return; end if;
      create role ${appRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  const { rows } = await client.query("select pg_has_role(current_user, $1, 'set') as granted", [appRole]);
  if (!rows[0]?.granted) await client.query(`grant ${appRole} to current_user`);
}

function missingFrom(facts: Facts): MissingRequirement[] {
  const missing: MissingRequirement[] = [];
  const owner = `"${facts.owner.replaceAll('"', '""')}"`;
  const database = `"${facts.database.replaceAll('"', '""')}"`;
  if (facts.version < versionMin) missing.push({ what: "PostgreSQL 16 or later" });
  if (facts.encoding !== "UTF8") missing.push({ what: "a database in UTF-8", sql: newDatabase(owner) });
  if (!facts.trigramReady && !facts.trigramOffered) {
    missing.push({ what: "the extension pg_trgm (package postgresql-contrib)" });
  } else if (!facts.trigramReady && !facts.mayCreate) {
    missing.push({ what: "the extension pg_trgm in this database", sql: "create extension pg_trgm;" });
  }
  if (!facts.mayCreate) {
    missing.push({
      what: "the right to create tables",
      sql: `grant create on database ${database} to ${owner}; grant create on schema public to ${owner};`,
    });
  }
  if (!facts.roleExists && !facts.mayCreateRole) {
    missing.push({ what: `the role ${appRole}`, sql: `create role ${appRole} nologin; grant ${appRole} to ${owner};` });
  } else if (facts.roleExists && !facts.roleGranted && !facts.superuser) {
    missing.push({ what: `membership in the role ${appRole}`, sql: `grant ${appRole} to ${owner};` });
  }
  if (facts.roleBypasses) {
    missing.push({
      what: `a role ${appRole} that row-level security holds for`,
      sql: `alter role ${appRole} nosuperuser nobypassrls;`,
    });
  }
  return missing;
}

/** In a database that knows only ASCII letters, a search for a Chinese or an accented name finds nothing. */
async function knowsLetters(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(
    "select cardinality(show_trgm('陈思远')) > 0 and cardinality(show_trgm('é')) > 0 as ok",
  );
  return rows[0]?.ok === true;
}

function lettersMissing({ owner }: Facts): MissingRequirement {
  return { what: "a database whose LC_CTYPE knows the letters of all languages", sql: newDatabase(`"${owner}"`) };
}

function newDatabase(owner: string): string {
  return `create database warmline owner ${owner} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';`;
}

const factsQuery = `
  select
    current_setting('server_version_num')::int as version,
    (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
    current_database() as database,
    current_user as owner,
    exists (select from pg_extension where extname = 'pg_trgm') as "trigramReady",
    exists (select from pg_available_extensions where name = 'pg_trgm') as "trigramOffered",
    has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as "mayCreate",
    r.rolsuper as superuser,
    r.rolsuper or r.rolcreaterole as "mayCreateRole",
    a.rolname is not null as "roleExists",
    a.rolname is not null and pg_has_role(current_user, a.oid, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as "roleGranted",
    coalesce(a.rolsuper or a.rolbypassrls, false) as "roleBypasses"
  from pg_roles r left join pg_roles a on a.rolname = '${appRole}'
  where r.rolname = current_user`;
