-- breaking

create table accounts (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  name text not null check (length(name) between 1 and 300),
  name_key text collate "C" not null,
  domain text,
  country text check (country ~ '^[A-Z]{2}$'),
  region text,
  place text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name_key)
);
create index accounts_by_part_of_name on accounts using gin (name_key gin_trgm_ops);

/*
 * In the tables that grow by millions the workspace has no foreign key of its own: row-level security lets nobody write
 * to another than the one that was chosen, and to look it up again costs a sixth of the time that a row takes.
 */
create table contacts (
  workspace_id uuid not null,
  id uuid not null default new_id(),
  account_id uuid,
  owner_id uuid,
  full_name text not null check (length(full_name) between 1 and 300),
  given_name text,
  family_name text,
  sort_name text collate "C" not null,
  name_key text not null,
  job_title text,
  language text,
  profile text not null default 'default',
  audience text check (audience in ('consumer', 'sole_trader', 'partnership', 'business')),
  time_zone text,
  country text check (country ~ '^[A-Z]{2}$'),
  region text,
  place text,
  postal_code text,
  place_basis text check (place_basis in ('verified', 'stated', 'address', 'number')),
  provenance text not null default 'self' check (provenance in ('self', 'referral', 'public', 'register', 'partner', 'list')),
  provenance_note text,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  notes text,
  external_ids text[] not null default '{}',
  search tsvector not null default '',
  state text not null default 'active' check (state in ('active', 'merged', 'withdrawn')),
  merged_into_id uuid,
  import_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  /* Taken out of lists by a person; what an undone import withdraws has no such date. */
  archived_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references accounts,
  foreign key (workspace_id, owner_id) references memberships,
  foreign key (workspace_id, merged_into_id) references contacts,
  check ((state = 'merged') = (merged_into_id is not null))
);
create index contacts_by_name on contacts (workspace_id, sort_name, id) where state = 'active';
create index contacts_by_account on contacts (workspace_id, account_id, name_key, id) where state = 'active';
create index contacts_by_owner on contacts (workspace_id, owner_id, sort_name, id) where state = 'active';
create index contacts_by_owner_age on contacts (workspace_id, owner_id, id) where state = 'active';
create index contacts_by_country on contacts (workspace_id, country, sort_name, id)
  where state = 'active' and country is not null;
create index contacts_by_provenance on contacts (workspace_id, provenance, sort_name, id)
  where state = 'active' and provenance <> 'self';
create index contacts_by_audience on contacts (workspace_id, audience, sort_name, id)
  where state = 'active' and audience <> 'business';
create index contacts_archived on contacts (workspace_id, sort_name, id)
  where state = 'withdrawn' and archived_at is not null;
/* The words with the owner as one more entry: what both have in common is all that is read of the table. */
create function owner_entry(workspace_id uuid, owner_id uuid) returns text
  language sql immutable parallel safe return right(workspace_id::text, 8) || '@' || coalesce(owner_id::text, '');
create function searchable(search tsvector, workspace_id uuid, owner_id uuid) returns tsvector
  language sql immutable parallel safe return search || array_to_tsvector(array[owner_entry(workspace_id, owner_id)]);
create index contacts_by_word on contacts using gin (searchable(search, workspace_id, owner_id));
/* Without a list of pending entries, which an import would search from end to end for every batch. */
create index contacts_by_external_id on contacts using gin (external_ids) with (fastupdate = off)
  where external_ids <> '{}';
create index contacts_by_import on contacts (workspace_id, import_id, id) where import_id is not null;
create index contacts_merged on contacts (workspace_id, merged_into_id) where merged_into_id is not null;

/*
 * What a foreign key to contacts would check of each row, checked of all rows of a statement at once: in the tables that
 * grow by several rows for each contact, a sixth of the time of an import. Contacts are never deleted, so that who was
 * there stays there. The contact of a row never changes. By its index whatever the statistics say: the plan is kept.
 */
create function require_contacts() returns trigger
  language plpgsql
  set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off
  as $$
  begin
    /* Asked of each row: as a join, a workspace that the planner thinks small would be read whole for each of them. */
    perform from added a where (
      select true from contacts c where c.workspace_id = a.workspace_id and c.id = a.contact_id) is null;
    if found then
      raise foreign_key_violation using message = format('a row of %I names a contact that there is not', tg_table_name);
    end if;
    return null;
  end
  $$;

create table contact_points (
  workspace_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  kind text not null check (kind in ('phone', 'email', 'profile', 'postal')),
  value text collate "C" not null,
  /* A number is found backwards, whole or by its last digits, which are the same in every spelling: one index for both. */
  reversed text collate "C" generated always as (case when kind = 'phone' then reverse(value) end) stored,
  original text not null,
  extension text,
  label text,
  line text check (line in ('mobile', 'landline', 'voip', 'corporate')),
  country text check (country ~ '^[A-Z]{2}$'),
  position smallint not null default 0,
  state text not null default 'active' check (state in ('active', 'withdrawn', 'wrong')),
  withdrawn_at timestamptz,
  import_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check (kind <> 'phone' or value ~ '^\+[1-9][0-9]{3,14}$'),
  check (kind <> 'email' or (value = lower(value) and value like '%_@_%'))
);
create trigger contact_is_there after insert on contact_points referencing new table as added
  for each statement execute function require_contacts();
create index contact_points_by_contact on contact_points (workspace_id, contact_id);
create index contact_points_by_phone on contact_points (workspace_id, reversed) where reversed is not null;
create unique index contact_points_email on contact_points (workspace_id, value) where kind = 'email' and state = 'active';
create unique index contact_points_profile on contact_points (workspace_id, value) where kind = 'profile' and state = 'active';

/* How contacts are connected with each other: who referred whom, relatives, assistants. */
create table contact_links (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  from_contact_id uuid not null,
  to_contact_id uuid,
  to_name text,
  kind text not null,
  import_id uuid,
  created_at timestamptz not null,
  retracted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, from_contact_id) references contacts,
  foreign key (workspace_id, to_contact_id) references contacts,
  check (to_contact_id is not null or to_name is not null)
);
create index contact_links_from on contact_links (workspace_id, from_contact_id);
create index contact_links_by_import on contact_links (workspace_id, import_id) where import_id is not null;
create index contact_links_to on contact_links (workspace_id, to_contact_id) where to_contact_id is not null;

create table contact_merges (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  survivor_id uuid not null,
  merged_id uuid not null,
  before jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid,
  import_id uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, survivor_id) references contacts,
  foreign key (workspace_id, merged_id) references contacts
);
create index contact_merges_by_survivor on contact_merges (workspace_id, survivor_id);
create unique index contact_merges_open on contact_merges (workspace_id, merged_id) where undone_at is null;

create table custom_fields (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
  label text not null check (length(label) between 1 and 100),
  type text not null check (type in ('text', 'number', 'date', 'choice', 'boolean')),
  choices text[] not null default '{}',
  position integer not null default 0,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);

create table saved_views (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  user_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  shared boolean not null default false,
  query jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, user_id, name),
  foreign key (workspace_id, user_id) references memberships
);

/*
 * Who is meant by a search. Full-text and array operators are not leakproof: under row-level security the program's
 * role would read the whole table, and without its statistics. These read it as their owner, with the workspace fixed
 * inside. Only the bitmap on the words is ever right here: the planner would take the words of one workspace for those
 * of all.
 */

/* By the first of the queries that finds enough, or else by the last; of these owners and of nobody, or of anybody. No
   id: more than `at_most`, so that it is cheaper to walk the list, and about as many as `expected` says. The statistics
   tell so without reading the index, where a common word stands a hundred thousand times. To find what begins with a
   word, the index puts together all that begins so, which takes longer than everything else: where few have the `others`,
   which are the last query without that word, both queries are asked of these few. */
create function find_contacts_by_words(queries text[], others text, owners uuid[], enough integer, at_most integer)
  returns table (query text, id uuid, sort_name text, expected integer)
  language plpgsql volatile security definer
  set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
  as $$
  #variable_conflict use_column
  declare
    looked_through_max constant integer := 1000;
    of_whom text := (select ' & (' || string_agg(quote_literal(owner_entry(current_workspace_id(), o)), ' | ') || ')'
      from unnest(owners || null::uuid) o where owners is not null);
    those text := format('select c.id, c.sort_name, c.search @@ %L::tsquery as is_whole from contacts c
      where c.workspace_id = %L and c.state = ''active''
        and searchable(c.search, c.workspace_id, c.owner_id) @@ ', queries[1], current_workspace_id());
    few text := those || quote_literal(concat(others, of_whom)) || '::tsquery';
    asked text := queries[cardinality(queries)];
    statement text;
    plan json;
    guess double precision;
    total integer;
    is_whole boolean;
    ids uuid[];
    names text[];
  begin
    if others is not null then
      execute 'explain (format json) ' || few into plan;
      guess := plan -> 0 -> 'Plan' ->> 'Plan Rows';
    end if;
    if guess <= looked_through_max then
      execute format('with found as materialized (%s and c.search @@ %L::tsquery limit %s)
        select count(*), array_agg(f.id), array_agg(f.sort_name), bool_and(f.is_whole) from found f
        where f.is_whole or (select count(*) filter (where is_whole) from found) < %s',
        few, asked, at_most + 1, enough) into total, ids, names, is_whole;
      if is_whole then
        asked := queries[1];
      end if;
    else
      foreach asked in array queries loop
        statement := those || quote_literal(concat(asked, of_whom)) || '::tsquery';
        execute 'explain (format json) ' || statement into plan;
        guess := plan -> 0 -> 'Plan' ->> 'Plan Rows';
        total := least(guess, at_most + 1);
        if total <= at_most then
          execute format('select count(*), array_agg(f.id), array_agg(f.sort_name) from (%s limit %s) f',
            statement, at_most + 1) into total, ids, names;
        end if;
        exit when total >= enough;
      end loop;
    end if;
    if total > at_most then
      return query select asked, null::uuid, null::text, greatest(guess, total)::integer;
    else
      return query select asked, f.id, f.sort_name, total from unnest(ids, names) as f (id, sort_name);
    end if;
  end
  $$;

/* `is true` keeps the planner from reading a whole workspace by its key: only the bitmap of each id is right. */
create function find_contacts_by_external_ids(wanted text[]) returns table (id uuid, external_ids text[])
  language sql stable security definer
  set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
  as $$
    select c.id, c.external_ids
    from unnest(wanted) as one
    join contacts c on c.external_ids @> array[one] and c.external_ids <> '{}'
      and (c.workspace_id = current_workspace_id()) is true
  $$;

/*
 * Whom thousands of addresses, numbers and names belong to. The workspace is asked for by a query, so that the planner
 * does not guess from its share of the table: by the statistics of a workspace that is new beside a large one, it would
 * read all of the new one for each of them.
 */
create function find_contacts_by_points(emails text[], profiles text[], phones text[])
  returns table (kind text, value text, contact_id uuid)
  language sql stable security definer
  set search_path = public, pg_temp set enable_seqscan = off
  as $$
    select p.kind, p.value, p.contact_id from unnest(emails) as one join contact_points p
      on p.workspace_id = (select current_workspace_id()) and p.value = one and p.kind = 'email' and p.state = 'active'
    union all
    select p.kind, p.value, p.contact_id from unnest(profiles) as one join contact_points p
      on p.workspace_id = (select current_workspace_id()) and p.value = one and p.kind = 'profile' and p.state = 'active'
    union all
    select p.kind, p.value, p.contact_id from unnest(phones) as one join contact_points p
      on p.workspace_id = (select current_workspace_id()) and p.reversed = reverse(one) and p.state = 'active'
  $$;

create function find_contacts_by_name_and_company(names text[], companies text[])
  returns table (name_key text, company_key text, id uuid, full_name text)
  language sql stable security definer
  set search_path = public, pg_temp set enable_seqscan = off
  as $$
    select wanted.name_key, wanted.company_key, c.id, c.full_name
    from unnest(names, companies) as wanted (name_key, company_key)
    join accounts a on a.workspace_id = (select current_workspace_id()) and a.name_key = wanted.company_key
    join contacts c on c.workspace_id = (select current_workspace_id()) and c.account_id = a.id
      and c.name_key = wanted.name_key and c.state = 'active'
  $$;

create function find_accounts_by_part_of_name(pattern text, at_most integer) returns setof uuid
  language sql stable security definer
  set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
  as $$
    select a.id from accounts a
    where a.workspace_id = current_workspace_id() and a.name_key like pattern
    limit at_most
  $$;
revoke all on function find_contacts_by_words, find_contacts_by_external_ids, find_contacts_by_points,
  find_contacts_by_name_and_company, find_accounts_by_part_of_name from public;
