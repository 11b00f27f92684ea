-- breaking

create table decisions (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  contact_id uuid not null,
  channel text not null,
  verdict text not null check (verdict in ('allow', 'defer', 'deny')),
  request jsonb not null,
  decision jsonb not null,
  decided_at timestamptz not null,
  decided_for uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts
);
create index decisions_by_contact on decisions (workspace_id, contact_id, id);
create index decisions_by_user on decisions (workspace_id, decided_for, id);

create table attempts (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  contact_id uuid not null,
  point_id uuid not null,
  phone text not null,
  user_id uuid not null,
  channel text not null check (channel in ('call')),
  origin text not null default 'dialled' check (origin in ('dialled', 'logged')),
  decision_id uuid not null,
  trigger_id uuid,
  temperature text not null check (temperature in ('cold', 'warm', 'hot')),
  playbook jsonb not null default '{}',
  started_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, point_id) references contact_points,
  foreign key (workspace_id, user_id) references memberships,
  foreign key (workspace_id, decision_id) references decisions
);
create index attempts_by_contact on attempts (workspace_id, contact_id, started_at);
create index attempts_by_user on attempts (workspace_id, user_id, started_at);
create index attempts_by_decision on attempts (workspace_id, decision_id);

/* The first outcome of an attempt stands; a correction is a later row that names the one it corrects. */
create table outcomes (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  attempt_id uuid not null,
  corrects_id uuid,
  outcome text not null check (outcome in ('conversation', 'voicemail', 'no_answer', 'busy', 'gatekeeper', 'wrong_number', 'call_back', 'not_interested', 'meeting_agreed', 'do_not_contact', 'complaint', 'unreported')),
  note text not null default '',
  answers jsonb not null default '[]',
  said jsonb not null default '[]',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, attempt_id) references attempts,
  foreign key (workspace_id, corrects_id) references outcomes,
  unique nulls not distinct (workspace_id, attempt_id, corrects_id)
);

/* Who is on a call or about to be: one rep per person, one person per rep. */
create table reservations (
  workspace_id uuid not null references workspaces,
  contact_id uuid not null,
  user_id uuid not null,
  attempt_id uuid,
  reserved_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, contact_id),
  unique (workspace_id, user_id),
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, user_id) references memberships,
  foreign key (workspace_id, attempt_id) references attempts
);

/* What was agreed or planned: local wall time and zone for what people mean, an instant to sort by. */
create table tasks (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  contact_id uuid not null,
  owner_id uuid not null,
  kind text not null check (kind in ('callback', 'follow_up', 'meeting', 'later')),
  title text not null default '' check (length(title) <= 500),
  due_local text not null,
  time_zone text not null,
  due_at timestamptz not null,
  duration_minutes integer check (duration_minutes between 1 and 1440),
  alternative jsonb,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  closed_at timestamptz,
  closed_by uuid,
  closed_because text,
  attempt_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, owner_id) references memberships,
  foreign key (workspace_id, attempt_id) references attempts
);
create index tasks_open_by_owner on tasks (workspace_id, owner_id, due_at, id) where state = 'open';
create index tasks_by_contact on tasks (workspace_id, contact_id, due_at);
create index tasks_by_attempt on tasks (workspace_id, attempt_id) where attempt_id is not null;

/* What a rep says and asks, per profile and language; every saved version stays. */
create table playbooks (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  profile text not null check (length(profile) between 1 and 100),
  language text not null check (language in ('en', 'zh-Hans', 'zh-Hant')),
  version integer not null check (version > 0),
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, profile, language, version)
);
