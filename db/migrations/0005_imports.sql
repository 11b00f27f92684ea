-- breaking

create table imports (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  file_name text not null,
  file_hash text,
  bytes_total bigint not null default 0,
  format text,
  /* How a text is spelled; null for archives and workbooks. */
  encoding text,
  state text not null check (state in ('uploading', 'waiting', 'running', 'stopped', 'done', 'failed', 'undoing', 'undone')),
  options jsonb not null default '{}',
  rows_done bigint not null default 0,
  bytes_done bigint not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  merged integer not null default 0,
  skipped integer not null default 0,
  rejected integer not null default 0,
  warned integer not null default 0,
  claimed integer not null default 0,
  touchpoints integer not null default 0,
  consents integer not null default 0,
  suppressions integer not null default 0,
  problem jsonb,
  confirmed_at timestamptz,
  confirmed_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  continued_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  undo_report jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by) references memberships
);
create index imports_by_age on imports (workspace_id, created_at desc, id);
create index imports_by_hash on imports (workspace_id, file_hash) where file_hash is not null;
create index imports_at_work on imports (workspace_id, id) where state in ('uploading', 'running', 'undoing');

create table import_chunks (
  workspace_id uuid not null references workspaces,
  import_id uuid not null,
  position integer not null,
  bytes bytea not null,
  primary key (workspace_id, import_id, position),
  foreign key (workspace_id, import_id) references imports
);
alter table import_chunks alter column bytes set storage external;

/* Written only in the transaction that counts them in their import, row by row the same one: no foreign key. */
create table import_rows (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  outcome text not null check (outcome in ('created', 'updated', 'merged', 'skipped', 'rejected')),
  reason text,
  warnings jsonb,
  /* Not `jsonb`, which forgets the order of the columns. */
  cells json,
  contact_id uuid,
  primary key (workspace_id, import_id, line)
);

create index import_rows_by_outcome on import_rows (workspace_id, import_id, outcome, line)
  where outcome in ('merged', 'skipped', 'rejected');
create index import_rows_with_warnings on import_rows (workspace_id, import_id, line) where warnings is not null;

/* A signed sheet or scans of cards, which make a hand-made list a documented one. */
create table import_attachments (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  import_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 300),
  file_hash text not null,
  bytes bytea not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, import_id) references imports,
  foreign key (workspace_id, created_by) references memberships
);
create index import_attachments_by_import on import_attachments (workspace_id, import_id);
alter table import_attachments alter column bytes set storage external;

/* Before-images: what an import overwrote, so that undo can put it back. */
create table import_changes (
  workspace_id uuid not null references workspaces,
  import_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  changed_at timestamptz not null,
  primary key (workspace_id, import_id, id),
  foreign key (workspace_id, import_id) references imports,
  foreign key (workspace_id, contact_id) references contacts
);
create index import_changes_by_contact on import_changes (workspace_id, contact_id);
create index import_changes_in_order on import_changes (workspace_id, import_id, contact_id);

/* Rough statistics for tables that have doubled since they were last taken: an import outruns the autovacuum. */
create function analyze_grown_tables() returns void
  language plpgsql security definer
  set search_path = public, pg_temp set default_statistics_target = 10
  as $$
  declare
    grown text;
  begin
    for grown in
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r'
        and c.relname in ('accounts', 'contacts', 'contact_points', 'touchpoints', 'standings', 'import_rows')
        and pg_relation_size(c.oid) / current_setting('block_size')::integer > 2 * greatest(c.relpages, 8)
    loop
      execute format('analyze %I', grown);
    end loop;
  end
  $$;
revoke all on function analyze_grown_tables from public;
