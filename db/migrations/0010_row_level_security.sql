-- breaking

/* Every table with a workspace_id is closed to other workspaces; the program's role owns nothing. */
do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'sessions'
  loop
    execute format('alter table %I enable row level security', name);
    if name not in ('workspaces', 'memberships') then
      -- Written as a query, what is checked of every new row is worked out once for all of them.
      execute format('create policy own_workspace on %I using (workspace_id = current_workspace_id())
        with check (workspace_id = (select current_workspace_id()))', name);
    end if;
  end loop;
end $$;

/* Before a workspace is chosen a person sees those she belongs to, and can write to none of them. */
create policy own_workspace on workspaces using (workspace_id = current_workspace_id());
create policy my_workspaces on workspaces for select
  using (current_workspace_id() is null
    and workspace_id in (select m.workspace_id from memberships m where m.user_id = current_user_id()));
create policy own_workspace on memberships using (workspace_id = current_workspace_id());
create policy my_memberships on memberships for select
  using (current_workspace_id() is null and user_id = current_user_id());

grant usage on schema public to warmline_app;
grant select, insert, update, delete on all tables in schema public to warmline_app;

/* The record is append-only. */
revoke update, delete on
  touchpoints, touchpoint_marks, consents, consent_endings, suppressions, suppression_endings,
  decisions, decision_rules, attempts, outcomes, rule_packs, access_logs, playbooks,
  ledger_blocks, ledger_entries, ledger_adoptions
  from warmline_app;
revoke delete on ledger_heads from warmline_app;
revoke insert, update, delete on ledger_erasures from warmline_app;
grant execute on function erase_from_record to warmline_app;
revoke insert, update, delete on migrations from warmline_app;
revoke delete on conditions, exceptions from warmline_app;

/* Withdrawn, archived or merged, but there: what names them has no foreign key everywhere. */
revoke delete on contacts from warmline_app;

/* The doors through which a request finds its workspace before it has one. */

/* The workspace asked for by its slug, or else the one chosen, or else the only one. */
create function find_membership(person uuid, chosen uuid, wanted_slug text)
  returns table (workspace_id uuid, role text, team_id uuid, settings jsonb)
  language sql stable rows 1
  as $$
    select c.workspace_id, c.role, c.team_id, c.settings
    from (
      select m.workspace_id, m.role, m.team_id, w.settings, count(*) over () as candidates
      from memberships m join workspaces w on w.workspace_id = m.workspace_id
      where m.user_id = person and m.deactivated_at is null and (wanted_slug is null or w.slug = wanted_slug)
    ) c
    where wanted_slug is not null or c.workspace_id = chosen or c.candidates = 1
    order by c.workspace_id = chosen desc nulls last
    limit 1
  $$;

create function find_session(session_token text, at timestamptz, wanted_slug text)
  returns table (session_id uuid, user_id uuid, workspace_id uuid, role text, team_id uuid, settings jsonb)
  language sql stable security definer set search_path = public, pg_temp rows 1
  as $$
    select s.id, s.user_id, m.workspace_id, m.role, m.team_id, m.settings
    from sessions s left join lateral find_membership(s.user_id, s.workspace_id, wanted_slug) m on true
    where s.token = session_token and s.expires_at > at
  $$;

/* A key names its workspace. Its last use is noted at most once a minute, so that reading does not become writing. */
create function use_api_key(key_workspace uuid, hash text, at timestamptz)
  returns table (user_id uuid, workspace_id uuid, role text, team_id uuid, settings jsonb, slug text)
  language sql volatile security definer set search_path = public, pg_temp rows 1
  as $$
    update api_keys k set last_used_at = at
    where k.workspace_id = key_workspace and k.key_hash = hash and k.revoked_at is null
      and (k.last_used_at is null or k.last_used_at <= at - interval '1 minute');
    select k.user_id, k.workspace_id, m.role, m.team_id, w.settings, w.slug
    from api_keys k
    join memberships m on m.workspace_id = k.workspace_id and m.user_id = k.user_id
    join workspaces w on w.workspace_id = k.workspace_id
    where k.workspace_id = key_workspace and k.key_hash = hash and k.revoked_at is null and m.deactivated_at is null
  $$;

/* Every workspace of the installation, for the program's own schedules and for the command line. */
create function find_workspaces() returns table (workspace_id uuid, slug text, name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select w.workspace_id, w.slug, w.name from workspaces w order by w.created_at, w.workspace_id $$;

/* Whether a person also works elsewhere: an admin of one workspace must not give out the keys to another. */
create function belongs_elsewhere(person uuid, workspace uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from memberships m
      where m.user_id = person and m.workspace_id <> workspace and m.deactivated_at is null)
  $$;

/* Jobs are added in the transaction that wants them; the queue's own tables stay closed to the program's role. */
create function enqueue_job(job_name text, payload json, job_key text, run_at timestamptz, queue text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform graphile_worker.add_job(job_name, payload, queue_name := queue, run_at := run_at, job_key := job_key,
      job_key_mode := 'replace');
  end
  $$;

revoke all on function find_membership, find_session, use_api_key, find_workspaces, belongs_elsewhere, enqueue_job
  from public;
grant execute on function find_session, use_api_key, find_workspaces, belongs_elsewhere, enqueue_job to warmline_app;

grant execute on function analyze_grown_tables to warmline_app;

/* Searching, whose functions stand beside the tables that they read. */
grant execute on function find_contacts_by_words, find_contacts_by_external_ids, find_contacts_by_points,
  find_contacts_by_name_and_company, find_accounts_by_part_of_name
  to warmline_app;
