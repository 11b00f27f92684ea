-- breaking

/*
 * The ledger: what was recorded, block by block. A block is what one transaction recorded; its hash covers that of the
 * block before it. An entry holds a salted hash of its row and nothing of the person: see docs/decisions/0009-ledger.md.
 */

/* The last block of a workspace, signed with a key that lies outside the database. Locked while a block is added. */
create table ledger_heads (
  workspace_id uuid not null references workspaces,
  block bigint not null,
  hash bytea not null,
  signature bytea not null,
  primary key (workspace_id)
);

create table ledger_blocks (
  workspace_id uuid not null references workspaces,
  block bigint not null check (block > 0),
  entries integer not null check (entries > 0),
  sealed_at timestamptz not null,
  hash bytea not null,
  /* Of this block as a block: it cannot stand in for that of a head, so a ledger that was cut off has none. */
  signature bytea not null,
  primary key (workspace_id, block)
);

/* Without foreign keys: an import adds a hundred thousand, and verifying looks at each. */
create table ledger_entries (
  workspace_id uuid not null,
  block bigint not null,
  position integer not null,
  kind text not null,
  /* Says again what a row holds: it stands in place of the earlier entries of the same subject. */
  again boolean not null,
  subject_id uuid not null,
  /* Null when the subject was erased: without it nobody can find out by trying what the hash was made of. */
  salt uuid,
  payload_hash bytea not null,
  primary key (workspace_id, block, position)
);
create index ledger_entries_again on ledger_entries (workspace_id, kind, subject_id) where again;

/* What was taken out of the record to erase a person: the only entries whose rows may be gone. */
create table ledger_erasures (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  kinds text[] not null,
  subject_ids uuid[] not null,
  reason text not null,
  erased_at timestamptz not null,
  erased_by uuid,
  primary key (workspace_id, id),
  check (cardinality(kinds) = cardinality(subject_ids))
);

/* From which block another key signs: the ledger came here by a restore, or the key was replaced. */
create table ledger_adoptions (
  workspace_id uuid not null references workspaces,
  id uuid not null default new_id(),
  former_key text,
  former_block bigint not null,
  former_hash bytea not null,
  /* Whether the head was signed with the former key. */
  held boolean not null,
  reason text not null,
  adopted_at timestamptz not null,
  adopted_by uuid,
  primary key (workspace_id, id)
);

/*
 * What the hash of an entry is made of: all columns, in this order, in PostgreSQL's binary form of a row, which depends
 * on no setting and takes a third of the time of JSON. Written once for the one who seals and the one who verifies. A
 * column that is added later goes behind the others, and only where it is not null, so that what was sealed stays as it
 * was.
 */
create function record_bytes(r touchpoints) returns bytea language sql stable parallel safe as $$
  select record_send(row('touchpoint'::text, r.id, r.contact_id, r.kind, r.occurred_at,
    r.scheduled_at, r.zone_assumed, r.verification, r.summary, r.details, r.evidence, r.source_key,
    r.attempt_id, r.import_id, r.import_line, r.recorded_at, r.recorded_by)) $$;

create function record_bytes(r touchpoint_marks) returns bytea language sql stable parallel safe as $$
  select record_send(row('touchpoint_mark'::text, r.id, r.touchpoint_id, r.mark, r.marked_at,
    r.marked_by, r.details, r.import_id)) $$;

create function record_bytes(r consents) returns bytea language sql stable parallel safe as $$
  select record_send(row('consent'::text, r.id, r.contact_id, r.point, r.channels, r.purpose, r.form, r.given_by,
    r.given_at, r.expires_at, r.words, r.evidence, r.source_key, r.import_id,
    r.recorded_at, r.recorded_by)) $$;

create function record_bytes(r consent_endings) returns bytea language sql stable parallel safe as $$
  select record_send(row('consent_ending'::text, r.id, r.consent_id, r.ending, r.ended_at,
    r.ended_by, r.details)) $$;

create function record_bytes(r suppressions) returns bytea language sql stable parallel safe as $$
  select record_send(row('suppression'::text, r.id, r.contact_id, r.point, r.kind, r.channels, r.scope,
    r.said_at, r.evidence, r.source_key, r.attempt_id, r.import_id,
    r.recorded_at, r.recorded_by)) $$;

create function record_bytes(r suppression_endings) returns bytea language sql stable parallel safe as $$
  select record_send(row('suppression_ending'::text, r.id, r.suppression_id, r.ending, r.ended_at,
    r.ended_by, r.details)) $$;

create function record_bytes(r decisions) returns bytea language sql stable parallel safe as $$
  select record_send(row('decision'::text, r.id, r.contact_id, r.channel, r.verdict, r.request, r.decision,
    r.decided_at, r.decided_for)) $$;

create function record_bytes(r attempts) returns bytea language sql stable parallel safe as $$
  select record_send(row('attempt'::text, r.id, r.contact_id, r.point_id, r.phone, r.user_id, r.channel, r.origin,
    r.decision_id, r.trigger_id, r.temperature, r.playbook, r.started_at)) $$;

create function record_bytes(r outcomes) returns bytea language sql stable parallel safe as $$
  select record_send(row('outcome'::text, r.id, r.attempt_id, r.corrects_id, r.outcome, r.note, r.answers, r.said,
    r.recorded_at, r.recorded_by)) $$;

create function record_bytes(r ledger_erasures) returns bytea language sql stable parallel safe as $$
  select record_send(row('erasure'::text, r.id, r.kinds, r.subject_ids, r.reason, r.erased_at,
    r.erased_by)) $$;

create function record_bytes(r ledger_adoptions) returns bytea language sql stable parallel safe as $$
  select record_send(row('adoption'::text, r.id, r.former_key, r.former_block, r.former_hash, r.held,
    r.reason, r.adopted_at, r.adopted_by)) $$;

/* Where an entry stands is part of its hash: two that changed places are found, each by its name. */
create function ledger_payload_hash(salt uuid, block bigint, "position" integer, again boolean, record bytea)
  returns bytea language sql immutable parallel safe as $$
  select sha256(uuid_send(salt) || int8send(block) || int4send("position") || boolsend(again) || record) $$;

/* `former` is the hash of the block before; `digest` that of the hashes of the entries, in their order. */
create function ledger_block_hash(former bytea, workspace_id uuid, block bigint, entries integer, sealed_at timestamptz,
    digest bytea) returns bytea
  language sql immutable parallel safe as $$
  select sha256(former || uuid_send(workspace_id) || int8send(block) || int4send(entries)
    || int8send((extract(epoch from sealed_at) * 1000000)::bigint) || digest) $$;

/* What the first block follows. */
create function ledger_genesis(workspace_id uuid) returns bytea language sql immutable parallel safe as $$
  select sha256(convert_to('warmline ledger', 'UTF8') || uuid_send(workspace_id)) $$;

/*
 * Takes rows out of the record, with the salts of their entries, and writes down which: the one way in which the
 * program's role can. Nothing else may refer to the rows any more.
 */
create function erase_from_record(erased_kinds text[], subjects uuid[], because text, at timestamptz) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    workspace uuid := current_workspace_id();
    erasure uuid;
  begin
    delete from outcomes r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'outcome' and r.id = e.id;
    delete from attempts r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'attempt' and r.id = e.id;
    delete from decisions r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'decision' and r.id = e.id;
    delete from exceptions r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'exception' and r.id = e.id;
    delete from suppression_endings r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'suppression_ending' and r.id = e.id;
    delete from suppressions r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'suppression' and r.id = e.id;
    delete from consent_endings r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'consent_ending' and r.id = e.id;
    delete from consents r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'consent' and r.id = e.id;
    delete from touchpoint_marks r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'touchpoint_mark' and r.id = e.id;
    delete from touchpoints r using unnest(erased_kinds, subjects) as e (kind, id)
      where r.workspace_id = workspace and e.kind = 'touchpoint' and r.id = e.id;
    update ledger_entries l set salt = null from unnest(erased_kinds, subjects) as e (kind, id)
      where l.workspace_id = workspace and l.subject_id = e.id and l.kind = e.kind;
    insert into ledger_erasures (workspace_id, kinds, subject_ids, reason, erased_at, erased_by)
      values (workspace, erased_kinds, subjects, because, at, current_user_id()) returning id into erasure;
    return erasure;
  end
  $$;
revoke all on function erase_from_record from public;
