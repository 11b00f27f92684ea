-- breaking

/* What a workspace changed in the table of kinds; a kind without a row has the defaults of its preset. */
create table touchpoint_kinds (
  workspace_id uuid not null references workspaces,
  slug text not null,
  settings jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (workspace_id, slug)
);

/* Append-only: corrections are marks. */
create table touchpoints (
  workspace_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  kind text not null,
  occurred_at timestamptz not null,
  scheduled_at timestamptz,
  zone_assumed boolean not null default false,
  verification text not null check (verification in ('claimed', 'documented', 'captured', 'confirmed')),
  summary text not null default '' check (length(summary) <= 2000),
  details jsonb not null default '{}',
  evidence jsonb not null default '{}',
  source_key text,
  attempt_id uuid,
  import_id uuid,
  import_line integer,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (workspace_id, id)
);
create trigger contact_is_there after insert on touchpoints referencing new table as added
  for each statement execute function require_contacts();
create index touchpoints_by_contact on touchpoints (workspace_id, contact_id, occurred_at desc, id desc);
create index touchpoints_by_source_key on touchpoints (workspace_id, source_key) where source_key is not null;
create index touchpoints_by_import on touchpoints (workspace_id, import_id) where import_id is not null;

create table touchpoint_marks (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  touchpoint_id uuid not null,
  mark text not null check (mark in ('documented', 'confirmed', 'fulfilled', 'retracted')),
  marked_at timestamptz not null,
  marked_by uuid,
  details jsonb not null default '{}',
  import_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, touchpoint_id) references touchpoints
);
create unique index touchpoint_marks_by_touchpoint on touchpoint_marks (workspace_id, touchpoint_id, mark);

/* What a contact is to us: customer, donor, client, alumni, contract. */
create table relationships (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  contact_id uuid not null,
  kind text not null check (kind in ('purchase', 'contract', 'donation', 'membership', 'employment', 'personal')),
  started_at timestamptz not null,
  ended_at timestamptz,
  evidence jsonb not null default '{}',
  source_key text,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  retracted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts
);
create index relationships_by_import on relationships (workspace_id, import_id, id) where import_id is not null;
create index relationships_by_contact on relationships (workspace_id, contact_id);

/*
 * The derived temperature of every contact, as dates that can be compared at any instant. It is worked out from the
 * contact itself, and `warmline verify` compares the two: a foreign key would cost more than writing the row.
 */
create table standings (
  workspace_id uuid not null,
  contact_id uuid not null,
  owner_id uuid,
  account_id uuid,
  hot_from timestamptz,
  hot_until timestamptz,
  warm_until timestamptz,
  heat_log double precision,
  trigger_id uuid,
  expectation_id uuid,
  window_opens_at timestamptz,
  window_closes_at timestamptz,
  last_touch_at timestamptz,
  closed_because text check (closed_because in ('no_number', 'suppressed', 'withdrawn')),
  primary key (workspace_id, contact_id)
);
/* The branches of the call queue: expecting us; in the window; not yet; late, by heat; never warm. */
create index standings_hot on standings (workspace_id, owner_id, hot_until) where hot_until is not null;
create index standings_closing on standings (workspace_id, owner_id, window_closes_at, contact_id)
  where window_closes_at is not null;
create index standings_opening on standings (workspace_id, owner_id, window_opens_at, contact_id)
  where window_opens_at is not null;
create index standings_warm on standings
  (workspace_id, owner_id, (coalesce(heat_log, '-infinity')) desc, contact_id) where warm_until is not null;
create index standings_cold on standings (workspace_id, owner_id, contact_id) where warm_until is null;
create index standings_by_heat on standings (workspace_id, heat_log desc nulls last, contact_id desc);
create index standings_by_owner_heat on standings (workspace_id, owner_id, heat_log desc nulls last, contact_id desc);
create index standings_by_touch on standings (workspace_id, last_touch_at desc nulls last, contact_id desc);
create index standings_by_owner_touch
  on standings (workspace_id, owner_id, last_touch_at desc nulls last, contact_id desc);
create index standings_closed on standings (workspace_id, closed_because, contact_id) where closed_because is not null;
create index standings_by_account on standings (workspace_id, account_id) where account_id is not null;

/* Append-only: a permission is withdrawn or taken back by a later row. */
create table consents (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  contact_id uuid not null,
  point text,
  channels text[] not null check (cardinality(channels) > 0),
  purpose text not null default 'marketing',
  form text not null check (form in ('written', 'electronic', 'oral', 'implied', 'unknown')),
  given_by text not null default 'contact' check (given_by in ('contact', 'third_party')),
  given_at timestamptz not null,
  expires_at timestamptz,
  words text,
  evidence jsonb not null default '{}',
  source_key text,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts
);
create index consents_by_import on consents (workspace_id, import_id, id) where import_id is not null;
create index consents_by_contact on consents (workspace_id, contact_id);

create table consent_endings (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  consent_id uuid not null,
  ending text not null check (ending in ('withdrawn', 'retracted')),
  ended_at timestamptz not null,
  ended_by uuid,
  details jsonb not null default '{}',
  primary key (workspace_id, id),
  unique (workspace_id, consent_id, ending),
  foreign key (workspace_id, consent_id) references consents
);

create table suppressions (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  contact_id uuid,
  point text,
  kind text not null check (kind in ('stop', 'do_not_call', 'unsubscribe', 'objection', 'complaint', 'not_interested', 'wrong_person', 'deceased', 'litigator', 'list', 'bounced')),
  channels text[],
  scope text,
  said_at timestamptz not null,
  evidence jsonb not null default '{}',
  source_key text,
  attempt_id uuid,
  import_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts,
  check (contact_id is not null or point is not null)
);
create index suppressions_by_import on suppressions (workspace_id, import_id, id) where import_id is not null;
create index suppressions_by_contact on suppressions (workspace_id, contact_id) where contact_id is not null;
create index suppressions_by_point on suppressions (workspace_id, point) where point is not null;

create table suppression_endings (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  suppression_id uuid not null,
  ending text not null check (ending in ('lifted', 'retracted')),
  ended_at timestamptz not null,
  ended_by uuid,
  details jsonb not null default '{}',
  primary key (workspace_id, id),
  unique (workspace_id, suppression_id, ending),
  foreign key (workspace_id, suppression_id) references suppressions
);
