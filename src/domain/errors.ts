/** Every expected refusal of the product: its code, and the kind that decides how each door reports it. */
const KIND_OF = {
  invalid_input: "invalid",
  sign_in_required: "unauthenticated",
  wrong_password: "unauthenticated",
  permission_denied: "forbidden",
  workspace_required: "forbidden",
  not_found: "not_found",
  contact_not_found: "not_found",
  method_not_allowed: "method",
  conflict: "conflict",
  idempotency_key_reused: "conflict",
  reserved_by_other: "refused",
  another_call_open: "refused",
  call_not_allowed: "refused",
  no_number_to_call: "refused",
  call_not_opened: "refused",
  not_overridable: "refused",
  second_person_needed: "refused",
  packs_missing: "refused",
  outcome_reported: "conflict",
  task_closed: "conflict",
  playbook_changed: "conflict",
  erased_person: "refused",
  legal_hold: "refused",
  request_step_closed: "conflict",
  placeholder_unknown: "invalid",
  workspace_exists: "refused",
  setup_token_wrong: "forbidden",
  link_expired: "refused",
  too_many_attempts: "refused",
  config_invalid: "invalid",
  data_folder_in_use: "refused",
  data_folder_not_writable: "refused",
  data_folder_full: "refused",
  data_folder_other_version: "refused",
  data_folder_damaged: "refused",
  database_platform_unsupported: "refused",
  database_start_failed: "refused",
  database_unreachable: "refused",
  database_not_ready: "refused",
  database_newer: "refused",
  database_shared_with_other_version: "refused",
  migrations_pending: "refused",
  migration_changed: "refused",
  migration_failed: "refused",
  backup_damaged: "refused",
  backup_of_other_version: "refused",
  restore_refused: "refused",
  ledger_broken: "refused",
} as const;

export type ErrorCode = keyof typeof KIND_OF;
export type ErrorKind = (typeof KIND_OF)[ErrorCode];

export function kindOf(code: ErrorCode): ErrorKind {
  return KIND_OF[code];
}

/** Thrown for what we expect and can explain. Anything else that is thrown is a defect or an outage. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.kind = KIND_OF[code];
    this.details = details;
  }
}
