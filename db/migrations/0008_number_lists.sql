-- breaking

/*
 * Copies of do-not-call lists. What a copy was, and when, stays as evidence; its numbers stay for as long as it is in
 * force. They are one file of sorted numbers, here in pieces, which every process lays into its own data folder: see
 * docs/decisions/0010-do-not-call-lists.md.
 */
create table number_list_copies (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  /* The import that made it; one of changes makes a copy of each that it changes. */
  import_id uuid not null,
  list text not null check (list ~ '^[a-z]{2}-[a-z0-9][a-z0-9-]{0,38}$'),
  /* The day on which the list's keeper gave it out, and who says so. */
  copied_on date not null,
  dated_by text not null check (dated_by in ('person', 'file_name', 'changes', 'import')),
  /* What it speaks for: null = all numbers; else those of these area codes ("1202"); empty = only those that it holds. */
  area_codes text[],
  numbers bigint not null check (numbers >= 0),
  bytes_total bigint not null check (bytes_total > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_names text[] not null,
  /* The copy of which this one is a later state, by a list of changes. */
  changed_from uuid,
  imported_at timestamptz not null,
  imported_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ending text check (ending in ('replaced', 'withdrawn')),
  /* The import whose copies took its place, and whose undoing gives it back. */
  replaced_by uuid,
  cleared_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, imported_by) references memberships,
  foreign key (workspace_id, ended_by) references memberships,
  foreign key (workspace_id, changed_from) references number_list_copies,
  check ((ended_at is null) = (ending is null)),
  check ((replaced_by is null) or (ending = 'replaced')),
  check (cleared_at is null or ended_at is not null)
);
create index number_list_copies_in_force on number_list_copies (workspace_id, list, copied_on desc, id desc)
  where ended_at is null;
create index number_list_copies_by_age on number_list_copies (workspace_id, imported_at desc, id desc);
create index number_list_copies_to_clear on number_list_copies (workspace_id, ended_at)
  where ended_at is not null and cleared_at is null;

create table number_list_chunks (
  workspace_id uuid not null references workspaces,
  copy_id uuid not null,
  position integer not null,
  bytes bytea not null,
  primary key (workspace_id, copy_id, position),
  foreign key (workspace_id, copy_id) references number_list_copies
);
alter table number_list_chunks alter column bytes set storage external;
