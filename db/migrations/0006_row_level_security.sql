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
      execute format('create policy own_workspace on %I using (workspace_id = current_workspace_id())', name);
    end if;
  end loop;
end $$;

create policy own_workspaces on workspaces
  using (workspace_id = current_workspace_id()
    or workspace_id in (select m.workspace_id from memberships m where m.user_id = current_user_id()));
create policy own_memberships on memberships
  using (workspace_id = current_workspace_id() or user_id = current_user_id());

grant usage on schema public to warmline_app;
grant select, insert, update, delete on all tables in schema public to warmline_app;

/* The record is append-only. */
revoke update, delete on
  touchpoints, touchpoint_marks, consents, consent_endings, suppressions, suppression_endings,
  decisions, attempts, outcomes, access_logs, playbooks
  from warmline_app;
revoke insert, update, delete on migrations from warmline_app;

/* The three doors through which a request finds its workspace before it has one. */
create function find_api_key(hash text) returns table (workspace_id uuid, id uuid, user_id uuid)
  language sql stable security definer set search_path = public
  as $$ select k.workspace_id, k.id, k.user_id from api_keys k where k.key_hash = hash and k.revoked_at is null $$;

create function find_invitation(hash text) returns table (workspace_id uuid, id uuid, email text, role text, workspace_name text, expires_at timestamptz)
  language sql stable security definer set search_path = public
  as $$
    select i.workspace_id, i.id, i.email, i.role, w.name, i.expires_at
    from invitations i join workspaces w using (workspace_id)
    where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null
  $$;

create function find_workspaces() returns table (workspace_id uuid, slug text, name text)
  language sql stable security definer set search_path = public
  as $$ select w.workspace_id, w.slug, w.name from workspaces w order by w.created_at $$;

create function create_workspace(workspace_id uuid, slug text, name text, preset text, created_at timestamptz) returns void
  language sql security definer set search_path = public
  as $$ insert into workspaces (workspace_id, slug, name, preset, created_at) values ($1, $2, $3, $4, $5) $$;

/* Jobs are added in the transaction that wants them; the queue's own tables stay closed to the program's role. */
create function enqueue_job(job_name text, payload json, job_key text, run_at timestamptz, queue text) returns void
  language plpgsql security definer set search_path = public
  as $$
  begin
    perform graphile_worker.add_job(job_name, payload, queue_name := queue, run_at := run_at, job_key := job_key,
      job_key_mode := 'replace');
  end
  $$;

revoke all on function find_api_key, find_invitation, find_workspaces, create_workspace, enqueue_job from public;
grant execute on function find_api_key, find_invitation, find_workspaces, create_workspace, enqueue_job to warmline_app;
