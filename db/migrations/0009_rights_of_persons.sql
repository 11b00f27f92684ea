-- breaking

/* GDPR Art. 18: stored, and not used. */
alter table contacts add column restricted_at timestamptz;
create index contacts_restricted on contacts (workspace_id, id) where restricted_at is not null;
alter table standings drop constraint standings_closed_because_check;
alter table standings add constraint standings_closed_because_check
  check (closed_because in ('no_number', 'suppressed', 'restricted', 'withdrawn'));

/*
 * What a person asked of us about her own data. The contact has no foreign key: the request, without anything of the
 * person, outlives her erasure and proves it.
 */
create table person_requests (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  kind text not null check (kind in
    ('access', 'correction', 'erasure', 'objection', 'restriction', 'portability', 'complaint')),
  state text not null default 'received' check (state in
    ('received', 'identity_checked', 'in_work', 'answered', 'refused')),
  contact_id uuid,
  requester text not null default '' check (length(requester) <= 300),
  reply_to text not null default '' check (length(reply_to) <= 320),
  channel text not null check (channel in ('email', 'phone', 'letter', 'form', 'in_person', 'other')),
  words text not null default '' check (length(words) <= 4000),
  law text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  received_at timestamptz not null,
  received_on date not null,
  acknowledge_by date,
  answer_by date not null,
  extendable_to date,
  acknowledged_at timestamptz,
  extended_at timestamptz,
  carried_out_at timestamptz,
  refusal text,
  answer text,
  certificate_id uuid,
  closed_at timestamptz,
  closed_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by) references memberships,
  check ((state in ('answered', 'refused')) = (closed_at is not null)),
  check ((state = 'refused') = (refusal is not null))
);
create index person_requests_open on person_requests (workspace_id, answer_by, id) where closed_at is null;
create index person_requests_closed on person_requests (workspace_id, closed_at desc, id desc)
  where closed_at is not null;
create index person_requests_by_contact on person_requests (workspace_id, contact_id) where contact_id is not null;

/* What was done about a request, reminders too: its history. */
create table person_request_events (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  request_id uuid not null,
  event text not null,
  details jsonb not null default '{}',
  happened_at timestamptz not null,
  happened_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references person_requests
);
create index person_request_events_by_request on person_request_events (workspace_id, request_id, id);
create unique index person_request_reminders on person_request_events
  (workspace_id, request_id, (details ->> 'reminder')) where event = 'reminded';

/* Before and after of what a person had corrected. */
create table contact_corrections (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  contact_id uuid not null,
  request_id uuid,
  field text not null,
  before jsonb,
  after jsonb,
  corrected_at timestamptz not null,
  corrected_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, request_id) references person_requests
);
create index contact_corrections_by_contact on contact_corrections (workspace_id, contact_id);

/* A dispute that is coming or running: until it is lifted nothing of the person is erased. */
create table legal_holds (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  contact_id uuid not null,
  reason text not null check (length(reason) between 3 and 2000),
  placed_at timestamptz not null,
  placed_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, placed_by) references memberships
);
create index legal_holds_standing on legal_holds (workspace_id, contact_id) where lifted_at is null;
create index legal_holds_by_contact on legal_holds (workspace_id, contact_id);

/* What was erased where. It names nobody. */
create table erasure_certificates (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  because text not null check (because in ('request', 'retention')),
  request_id uuid,
  ledger_erasure_id uuid,
  places jsonb not null,
  files jsonb not null,
  kept jsonb not null,
  erased_at timestamptz not null,
  erased_by uuid,
  primary key (workspace_id, id)
);

/*
 * One keyed hash for each address of somebody who was erased, so that she is never contacted again. The key lies
 * outside the database: without it nobody can find out whose they are.
 */
create table erased_points (
  workspace_id uuid not null references workspaces,
  hash bytea not null,
  kind text not null,
  key_id text not null,
  certificate_id uuid not null,
  erased_at timestamptz not null,
  primary key (workspace_id, hash),
  foreign key (workspace_id, certificate_id) references erasure_certificates
);
create index erased_points_by_certificate on erased_points (workspace_id, certificate_id);

/* How long a workspace keeps what, where it differs from the defaults; null = for good. */
create table retention_rules (
  workspace_id uuid not null references workspaces,
  data_class text not null,
  months integer check (months between 1 and 1200),
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (workspace_id, data_class)
);

create table retention_runs (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  erased jsonb not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  started_by uuid,
  primary key (workspace_id, id)
);

/* Work that waits for somebody who was erased; the queue's own tables stay closed to the program's role. */
create function forget_jobs_of(ids uuid[]) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    forgotten integer;
  begin
    if to_regclass('graphile_worker._private_jobs') is null then
      return 0;
    end if;
    delete from graphile_worker._private_jobs j
    where j.payload ->> 'workspaceId' = current_workspace_id()::text and j.locked_at is null
      and exists (select from unnest(ids) as id where j.payload::text like '%' || id || '%');
    get diagnostics forgotten = row_count;
    return forgotten;
  end
  $$;

/* The one way in which a contact goes: to erase a person, after everything that names her. */
create function erase_contacts(ids uuid[]) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    erased integer;
  begin
    perform from contact_points where workspace_id = current_workspace_id() and contact_id = any(ids)
      union all select from touchpoints where workspace_id = current_workspace_id() and contact_id = any(ids)
      union all select from standings where workspace_id = current_workspace_id() and contact_id = any(ids);
    if found then
      raise foreign_key_violation using message = 'something still names a contact that is to be erased';
    end if;
    delete from contacts where workspace_id = current_workspace_id() and id = any(ids);
    get diagnostics erased = row_count;
    return erased;
  end
  $$;

/* The log of who saw what is append-only but for its age. */
create function forget_access_before(instant timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    forgotten integer;
  begin
    delete from access_logs where workspace_id = current_workspace_id() and happened_at < instant;
    get diagnostics forgotten = row_count;
    return forgotten;
  end
  $$;

revoke all on function forget_jobs_of, erase_contacts, forget_access_before from public;
grant execute on function forget_jobs_of, erase_contacts, forget_access_before to warmline_app;
