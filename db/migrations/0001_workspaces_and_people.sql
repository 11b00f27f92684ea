-- breaking

create extension if not exists pg_trgm;

/* Version 7 UUIDs sort by birth; PostgreSQL makes them itself since 18. */
do $$
begin
  if current_setting('server_version_num')::integer >= 180000 then
    create function new_id() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  else
    create function new_id() returns uuid language sql volatile parallel safe as $body$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $body$;
  end if;
end $$;

/* Which workspace this transaction works for; a query without one sees nothing. */
create function current_workspace_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace_id', true), '')::uuid $$;

create function current_user_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

/* Sign-in: better-auth's tables. They belong to a person, not to a workspace. */

create table users (
  id uuid primary key default new_id(),
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  language text check (language in ('en', 'zh-Hans', 'zh-Hant')),
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id uuid primary key default new_id(),
  user_id uuid not null references users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  workspace_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_by_user on sessions (user_id);

create table credentials (
  id uuid primary key default new_id(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credentials_by_user on credentials (user_id);

create table verifications (
  id uuid primary key default new_id(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on verifications (identifier);

create table two_factors (
  id uuid primary key default new_id(),
  user_id uuid not null references users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factors_by_user on two_factors (user_id);

/* How often something was tried: sign-ins by address and by email. A row, so that every process counts the same. */
create table rate_limits (
  key text primary key,
  count integer not null,
  window_started_at timestamptz not null
);
create index rate_limits_by_age on rate_limits (window_started_at);

/* Workspaces and who belongs to them. */

create table workspaces (
  workspace_id uuid primary key default new_id(),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (length(name) between 1 and 200),
  preset text not null default 'b2b_software',
  country text check (country ~ '^[A-Z]{2}$'),
  region text,
  time_zone text not null default 'Etc/UTC',
  settings jsonb not null default '{}',
  created_at timestamptz not null
);

create table teams (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  name text not null check (length(name) between 1 and 200),
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table memberships (
  workspace_id uuid not null references workspaces,
  user_id uuid not null references users (id),
  role text not null check (role in ('rep', 'manager', 'compliance_officer', 'admin')),
  team_id uuid,
  created_at timestamptz not null,
  deactivated_at timestamptz,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, team_id) references teams
);
create index memberships_by_user on memberships (user_id);

create table invitations (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  email text not null check (email = lower(email)),
  role text not null check (role in ('rep', 'manager', 'compliance_officer', 'admin')),
  team_id uuid,
  token_hash text not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references users (id),
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, invited_by) references memberships,
  foreign key (workspace_id, team_id) references teams
);

create table api_keys (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  name text not null check (length(name) between 1 and 200),
  user_id uuid not null,
  key_hash text not null,
  key_hint text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, key_hash),
  foreign key (workspace_id, user_id) references memberships,
  foreign key (workspace_id, created_by) references memberships
);

/* Exports and views of full numbers: who saw what, when. */
create table access_logs (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  user_id uuid not null,
  action text not null,
  contact_id uuid,
  details jsonb not null default '{}',
  happened_at timestamptz not null,
  primary key (workspace_id, id)
);
create index access_logs_by_user on access_logs (workspace_id, user_id, id);
create index access_logs_by_contact on access_logs (workspace_id, contact_id, id) where contact_id is not null;

create table idempotency_keys (
  workspace_id uuid not null references workspaces,
  user_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  request_hash text not null,
  response jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, user_id, key)
);
