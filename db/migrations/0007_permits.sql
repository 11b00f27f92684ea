-- breaking

/* What the gate weighs of a person beside the place and the numbers. */
alter table contacts
  /* The person's own wish, local wall time: [{"from": "12:00", "until": "13:00"}]. */
  add column quiet_hours jsonb not null default '[]',
  /* When the data were obtained; else when the contact was created. */
  add column obtained_at timestamptz,
  /* When the person was told where we have the data from. */
  add column notice_sent_at timestamptz;

alter table contact_points
  add column directory text check (directory in ('listed', 'starred', 'unlisted')),
  add column email_kind text check (email_kind in ('personal', 'role', 'work')),
  /* What a reassigned-numbers database answered, and when; the decision that rests on it keeps a copy. */
  add column reassigned_checked_at timestamptz,
  add column reassigned_answer text check (reassigned_answer in ('yes', 'no', 'no_data')),
  add constraint contact_points_reassigned check ((reassigned_checked_at is null) = (reassigned_answer is null));

/* What a permission says beside its channels. */
alter table consents
  /* Null where it is not known what its words named. */
  add column names text[] check (names <@ array['seller', 'number', 'technology']),
  add column technology text[],
  add column subject text,
  /* "any", or ISO 8601 intervals, comma separated. */
  add column times text,
  add column ongoing boolean;
/* Void: the number has a new owner, or the person another job. */
alter table consent_endings drop constraint consent_endings_ending_check;
alter table consent_endings add constraint consent_endings_ending_check
  check (ending in ('withdrawn', 'retracted', 'void'));

alter table relationships drop constraint relationships_kind_check;
alter table relationships add constraint relationships_kind_check
  check (kind in ('purchase', 'contract', 'donation', 'membership', 'employment', 'personal', 'introduction',
    'inquiry', 'application', 'conversation', 'published_address')),
  /* Whether it was about what we offer now. */
  add column similar_offer boolean,
  add column opt_out_offered boolean,
  add column with_whom text,
  add column referrer_knows text[] check (referrer_knows <@ array['seller', 'contact']),
  add column agreed_by text check (agreed_by = 'contact');

/* What is pursued with a person: one thing at a time. */
alter table tasks add column subject text check (length(subject) between 1 and 200);
create index tasks_plans on tasks (workspace_id, contact_id) where state = 'open' and subject is not null;

alter table attempts
  add column technology text not null default 'manual',
  add column purpose text,
  add column subject text;

/* Which packs, by their content, a decision rests on: pack -> hash of `rule_packs`. */
alter table decisions add column pack_hashes jsonb not null default '{}';
create index decisions_by_verdict on decisions (workspace_id, verdict, id);

/* Which rules spoke: row-level security would let no index of a document help. */
create table decision_rules (
  workspace_id uuid not null,
  rule text not null,
  decision_id uuid not null,
  primary key (workspace_id, rule, decision_id),
  foreign key (workspace_id, decision_id) references decisions on delete cascade
);
create index decision_rules_by_decision on decision_rules (workspace_id, decision_id);

/* Every version of every pack by which this workspace's decisions were taken, so that each can be replayed. */
create table rule_packs (
  workspace_id uuid not null references workspaces,
  name text not null,
  version text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  stored_at timestamptz not null,
  primary key (workspace_id, name, version, hash)
);

/*
 * A call is dialled on a permit: the gate's yes about just this person, at most two minutes old, and for one attempt.
 * What was made elsewhere is only written down, with what the gate says of it.
 */
create function require_permit() returns trigger language plpgsql set search_path = public, pg_temp as $$
  begin
    if new.origin = 'dialled' and not exists (
      select from decisions d
      where d.workspace_id = new.workspace_id and d.id = new.decision_id and d.verdict = 'allow'
        and d.contact_id = new.contact_id and d.channel = new.channel
        and d.decided_at between new.started_at - interval '2 minutes' and new.started_at)
    then
      raise exception 'no permit for this attempt' using errcode = 'check_violation', constraint = 'attempts_permit';
    end if;
    return new;
  end $$;
create trigger require_permit before insert on attempts for each row execute function require_permit();
drop index attempts_by_decision;
alter table attempts add constraint attempts_by_decision unique (workspace_id, decision_id);

/* Dated facts that a compliance officer enters: towns' and proclaimed days, election days, emergencies. */
create table conditions (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  kind text not null check (length(kind) between 1 and 60),
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text not null,
  county text,
  place text,
  /* As entered: an instant, or a day of the place. */
  starts text not null,
  ends text,
  /* When it is over everywhere; null while no end is known. */
  over_at timestamptz,
  source text not null default '' check (length(source) <= 1000),
  entered_at timestamptz not null,
  entered_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  primary key (workspace_id, id),
  foreign key (workspace_id, entered_by) references memberships,
  check ((ended_at is null) = (ended_by is null))
);
create index conditions_standing on conditions (workspace_id, over_at) where ended_at is null;

/* What one person proposes and another decides: to set a rule of our own aside, or to lift a standing no. */
create table exceptions (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  kind text not null check (kind in ('override', 'lift')),
  contact_id uuid,
  rule text,
  suppression_id uuid,
  reason text not null check (length(reason) between 3 and 2000),
  /* For lifting: what the person has said or done since. */
  evidence text,
  expires_at timestamptz,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'rejected', 'ended')),
  decided_at timestamptz,
  decided_by uuid,
  decision_note text,
  ended_at timestamptz,
  ended_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, suppression_id) references suppressions,
  foreign key (workspace_id, proposed_by) references memberships,
  foreign key (workspace_id, decided_by) references memberships,
  check ((kind = 'override') = (rule is not null)),
  check ((kind = 'lift') = (suppression_id is not null)),
  check (kind <> 'override' or (contact_id is not null and expires_at is not null)),
  check (kind <> 'lift' or evidence is not null),
  check (decided_by <> proposed_by)
);
create index exceptions_by_contact on exceptions (workspace_id, contact_id) where state = 'approved';
create index exceptions_by_age on exceptions (workspace_id, id);
create unique index exceptions_waiting_lifts on exceptions (workspace_id, suppression_id)
  where state = 'proposed' and suppression_id is not null;

/* What these rows say now is sealed with the rest of them: see 0006_ledger.sql. */
create or replace function record_bytes(r consents) returns bytea language sql stable parallel safe as $$
  select record_send(row('consent'::text, r.id, r.contact_id, r.point, r.channels, r.purpose, r.form, r.given_by,
    r.given_at, r.expires_at, r.words, r.evidence, r.source_key, r.import_id,
    r.recorded_at, r.recorded_by, r.names, r.technology, r.subject, r.times, r.ongoing)) $$;

create or replace function record_bytes(r decisions) returns bytea language sql stable parallel safe as $$
  select record_send(row('decision'::text, r.id, r.contact_id, r.channel, r.verdict, r.request, r.decision,
    r.decided_at, r.decided_for, r.pack_hashes)) $$;

create or replace function record_bytes(r attempts) returns bytea language sql stable parallel safe as $$
  select record_send(row('attempt'::text, r.id, r.contact_id, r.point_id, r.phone, r.user_id, r.channel, r.origin,
    r.decision_id, r.trigger_id, r.temperature, r.playbook, r.started_at, r.technology, r.purpose, r.subject)) $$;

/* Both end by a change of their row, which is recorded again: what they said before stays in the chain. */
create function record_bytes(r conditions) returns bytea language sql stable parallel safe as $$
  select record_send(row('condition'::text, r.id, r.kind, r.country, r.region, r.county, r.place, r.starts, r.ends,
    r.over_at, r.source, r.entered_at, r.entered_by, r.ended_at, r.ended_by, r.ended_because)) $$;

create function record_bytes(r exceptions) returns bytea language sql stable parallel safe as $$
  select record_send(row('exception'::text, r.id, r.kind, r.contact_id, r.rule, r.suppression_id, r.reason, r.evidence,
    r.expires_at, r.proposed_at, r.proposed_by, r.state, r.decided_at, r.decided_by, r.decision_note, r.ended_at,
    r.ended_by)) $$;
