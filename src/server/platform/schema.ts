// Written by `npm run db:types` from the migrated database. Do not edit.
import type { ColumnType, Generated } from "kysely";

type Int8 = ColumnType<string, string | number | bigint, string | number | bigint>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;

export type AccessLogs = {
  workspaceId: string;
  id: Generated<string>;
  userId: string;
  action: string;
  contactId: string | null;
  details: ColumnType<unknown, string | undefined, string>;
  happenedAt: Timestamp;
};

export type Accounts = {
  workspaceId: string;
  id: Generated<string>;
  name: string;
  nameKey: string;
  domain: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  createdAt: Timestamp;
  updatedAt: Timestamp;
};

export type ApiKeys = {
  workspaceId: string;
  id: Generated<string>;
  name: string;
  userId: string;
  keyHash: string;
  keyHint: string;
  createdAt: Timestamp;
  createdBy: string;
  lastUsedAt: Timestamp | null;
  revokedAt: Timestamp | null;
};

export type Attempts = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  pointId: string;
  phone: string;
  userId: string;
  channel: string;
  origin: Generated<string>;
  decisionId: string;
  triggerId: string | null;
  temperature: string;
  playbook: ColumnType<unknown, string | undefined, string>;
  startedAt: Timestamp;
  technology: Generated<string>;
  purpose: string | null;
  subject: string | null;
};

export type Conditions = {
  workspaceId: string;
  id: Generated<string>;
  kind: string;
  country: string;
  region: string;
  county: string | null;
  place: string | null;
  starts: string;
  ends: string | null;
  overAt: Timestamp | null;
  source: Generated<string>;
  enteredAt: Timestamp;
  enteredBy: string;
  endedAt: Timestamp | null;
  endedBy: string | null;
  endedBecause: string | null;
};

export type ConsentEndings = {
  workspaceId: string;
  id: Generated<string>;
  consentId: string;
  ending: string;
  endedAt: Timestamp;
  endedBy: string | null;
  details: ColumnType<unknown, string | undefined, string>;
};

export type Consents = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  point: string | null;
  channels: string[];
  purpose: Generated<string>;
  form: string;
  givenBy: Generated<string>;
  givenAt: Timestamp;
  expiresAt: Timestamp | null;
  words: string | null;
  evidence: ColumnType<unknown, string | undefined, string>;
  sourceKey: string | null;
  importId: string | null;
  recordedAt: Timestamp;
  recordedBy: string | null;
  names: string[] | null;
  technology: string[] | null;
  subject: string | null;
  times: string | null;
  ongoing: boolean | null;
};

export type ContactCorrections = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  requestId: string | null;
  field: string;
  before: Json | null;
  after: Json | null;
  correctedAt: Timestamp;
  correctedBy: string | null;
};

export type ContactLinks = {
  workspaceId: string;
  id: Generated<string>;
  fromContactId: string;
  toContactId: string | null;
  toName: string | null;
  kind: string;
  importId: string | null;
  createdAt: Timestamp;
  retractedAt: Timestamp | null;
};

export type ContactMerges = {
  workspaceId: string;
  id: Generated<string>;
  survivorId: string;
  mergedId: string;
  before: Json;
  mergedAt: Timestamp;
  mergedBy: string | null;
  importId: string | null;
  undoneAt: Timestamp | null;
  undoneBy: string | null;
};

export type ContactPoints = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  kind: string;
  value: string;
  reversed: Generated<string | null>;
  original: string;
  extension: string | null;
  label: string | null;
  line: string | null;
  country: string | null;
  position: Generated<number>;
  state: Generated<string>;
  withdrawnAt: Timestamp | null;
  importId: string | null;
  createdAt: Timestamp;
  directory: string | null;
  emailKind: string | null;
  reassignedCheckedAt: Timestamp | null;
  reassignedAnswer: string | null;
};

export type Contacts = {
  workspaceId: string;
  id: Generated<string>;
  accountId: string | null;
  ownerId: string | null;
  fullName: string;
  givenName: string | null;
  familyName: string | null;
  sortName: string;
  nameKey: string;
  jobTitle: string | null;
  language: string | null;
  profile: Generated<string>;
  audience: string | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  postalCode: string | null;
  placeBasis: string | null;
  provenance: Generated<string>;
  provenanceNote: string | null;
  tags: Generated<string[]>;
  custom: ColumnType<unknown, string | undefined, string>;
  notes: string | null;
  externalIds: Generated<string[]>;
  search: Generated<string>;
  state: Generated<string>;
  mergedIntoId: string | null;
  importId: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
  updatedAt: Timestamp;
  archivedAt: Timestamp | null;
  quietHours: ColumnType<unknown, string | undefined, string>;
  obtainedAt: Timestamp | null;
  noticeSentAt: Timestamp | null;
  restrictedAt: Timestamp | null;
};

export type Credentials = {
  id: Generated<string>;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Timestamp | null;
  refreshTokenExpiresAt: Timestamp | null;
  scope: string | null;
  password: string | null;
  createdAt: ColumnType<Date, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type CustomFields = {
  workspaceId: string;
  id: Generated<string>;
  key: string;
  label: string;
  type: string;
  choices: Generated<string[]>;
  position: Generated<number>;
  createdAt: Timestamp;
  archivedAt: Timestamp | null;
};

export type DecisionRules = {
  workspaceId: string;
  rule: string;
  decisionId: string;
};

export type Decisions = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  channel: string;
  verdict: string;
  request: Json;
  decision: Json;
  decidedAt: Timestamp;
  decidedFor: string;
  packHashes: ColumnType<unknown, string | undefined, string>;
};

export type ErasedPoints = {
  workspaceId: string;
  hash: Buffer;
  kind: string;
  keyId: string;
  certificateId: string;
  erasedAt: Timestamp;
};

export type ErasureCertificates = {
  workspaceId: string;
  id: Generated<string>;
  because: string;
  requestId: string | null;
  ledgerErasureId: string | null;
  places: Json;
  files: Json;
  kept: Json;
  erasedAt: Timestamp;
  erasedBy: string | null;
};

export type Exceptions = {
  workspaceId: string;
  id: Generated<string>;
  kind: string;
  contactId: string | null;
  rule: string | null;
  suppressionId: string | null;
  reason: string;
  evidence: string | null;
  expiresAt: Timestamp | null;
  proposedAt: Timestamp;
  proposedBy: string;
  state: Generated<string>;
  decidedAt: Timestamp | null;
  decidedBy: string | null;
  decisionNote: string | null;
  endedAt: Timestamp | null;
  endedBy: string | null;
};

export type IdempotencyKeys = {
  workspaceId: string;
  userId: string;
  key: string;
  requestHash: string;
  response: Json | null;
  createdAt: Timestamp;
};

export type ImportAttachments = {
  workspaceId: string;
  id: Generated<string>;
  importId: string;
  fileName: string;
  fileHash: string;
  bytes: Buffer;
  createdAt: Timestamp;
  createdBy: string;
};

export type ImportChanges = {
  workspaceId: string;
  importId: string;
  id: Generated<string>;
  contactId: string;
  field: string;
  before: Json | null;
  after: Json | null;
  changedAt: Timestamp;
};

export type ImportChunks = {
  workspaceId: string;
  importId: string;
  position: number;
  bytes: Buffer;
};

export type ImportRows = {
  workspaceId: string;
  importId: string;
  line: number;
  outcome: string;
  reason: string | null;
  warnings: Json | null;
  cells: Json | null;
  contactId: string | null;
};

export type Imports = {
  workspaceId: string;
  id: Generated<string>;
  fileName: string;
  fileHash: string | null;
  bytesTotal: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  format: string | null;
  encoding: string | null;
  state: string;
  options: ColumnType<unknown, string | undefined, string>;
  rowsDone: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  bytesDone: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  created: Generated<number>;
  updated: Generated<number>;
  merged: Generated<number>;
  skipped: Generated<number>;
  rejected: Generated<number>;
  warned: Generated<number>;
  claimed: Generated<number>;
  touchpoints: Generated<number>;
  consents: Generated<number>;
  suppressions: Generated<number>;
  problem: Json | null;
  confirmedAt: Timestamp | null;
  confirmedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
  continuedAt: Timestamp | null;
  finishedAt: Timestamp | null;
  undoneAt: Timestamp | null;
  undoneBy: string | null;
  undoReport: Json | null;
};

export type Invitations = {
  workspaceId: string;
  id: Generated<string>;
  email: string;
  role: string;
  teamId: string | null;
  tokenHash: string;
  invitedBy: string;
  createdAt: Timestamp;
  expiresAt: Timestamp;
  acceptedAt: Timestamp | null;
  acceptedBy: string | null;
  revokedAt: Timestamp | null;
};

export type LedgerAdoptions = {
  workspaceId: string;
  id: Generated<string>;
  formerKey: string | null;
  formerBlock: Int8;
  formerHash: Buffer;
  held: boolean;
  reason: string;
  adoptedAt: Timestamp;
  adoptedBy: string | null;
};

export type LedgerBlocks = {
  workspaceId: string;
  block: Int8;
  entries: number;
  sealedAt: Timestamp;
  hash: Buffer;
  signature: Buffer;
};

export type LedgerEntries = {
  workspaceId: string;
  block: Int8;
  position: number;
  kind: string;
  again: boolean;
  subjectId: string;
  salt: string | null;
  payloadHash: Buffer;
};

export type LedgerErasures = {
  workspaceId: string;
  id: Generated<string>;
  kinds: string[];
  subjectIds: string[];
  reason: string;
  erasedAt: Timestamp;
  erasedBy: string | null;
};

export type LedgerHeads = {
  workspaceId: string;
  block: Int8;
  hash: Buffer;
  signature: Buffer;
};

export type LegalHolds = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  reason: string;
  placedAt: Timestamp;
  placedBy: string;
  liftedAt: Timestamp | null;
  liftedBy: string | null;
};

export type Memberships = {
  workspaceId: string;
  userId: string;
  role: string;
  teamId: string | null;
  createdAt: Timestamp;
  deactivatedAt: Timestamp | null;
};

export type Migrations = {
  name: string;
  checksum: string;
  breaking: boolean;
  appliedAt: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type NumberListChunks = {
  workspaceId: string;
  copyId: string;
  position: number;
  bytes: Buffer;
};

export type NumberListCopies = {
  workspaceId: string;
  id: Generated<string>;
  importId: string;
  list: string;
  copiedOn: string;
  datedBy: string;
  areaCodes: string[] | null;
  numbers: Int8;
  bytesTotal: Int8;
  sha256: string;
  fileNames: string[];
  changedFrom: string | null;
  importedAt: Timestamp;
  importedBy: string;
  endedAt: Timestamp | null;
  endedBy: string | null;
  ending: string | null;
  replacedBy: string | null;
  clearedAt: Timestamp | null;
};

export type Outcomes = {
  workspaceId: string;
  id: Generated<string>;
  attemptId: string;
  correctsId: string | null;
  outcome: string;
  note: Generated<string>;
  answers: ColumnType<unknown, string | undefined, string>;
  said: ColumnType<unknown, string | undefined, string>;
  recordedAt: Timestamp;
  recordedBy: string | null;
};

export type PersonRequestEvents = {
  workspaceId: string;
  id: Generated<string>;
  requestId: string;
  event: string;
  details: ColumnType<unknown, string | undefined, string>;
  happenedAt: Timestamp;
  happenedBy: string | null;
};

export type PersonRequests = {
  workspaceId: string;
  id: Generated<string>;
  kind: string;
  state: Generated<string>;
  contactId: string | null;
  requester: Generated<string>;
  replyTo: Generated<string>;
  channel: string;
  words: Generated<string>;
  law: string;
  country: string | null;
  receivedAt: Timestamp;
  receivedOn: string;
  acknowledgeBy: string | null;
  answerBy: string;
  extendableTo: string | null;
  acknowledgedAt: Timestamp | null;
  extendedAt: Timestamp | null;
  carriedOutAt: Timestamp | null;
  refusal: string | null;
  answer: string | null;
  certificateId: string | null;
  closedAt: Timestamp | null;
  closedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
};

export type Playbooks = {
  workspaceId: string;
  id: Generated<string>;
  profile: string;
  language: string;
  version: number;
  content: Json;
  savedAt: Timestamp;
  savedBy: string | null;
};

export type RateLimits = {
  key: string;
  count: number;
  windowStartedAt: Timestamp;
};

export type Relationships = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  kind: string;
  startedAt: Timestamp;
  endedAt: Timestamp | null;
  evidence: ColumnType<unknown, string | undefined, string>;
  sourceKey: string | null;
  importId: string | null;
  recordedAt: Timestamp;
  recordedBy: string | null;
  retractedAt: Timestamp | null;
  similarOffer: boolean | null;
  optOutOffered: boolean | null;
  withWhom: string | null;
  referrerKnows: string[] | null;
  agreedBy: string | null;
};

export type Reservations = {
  workspaceId: string;
  contactId: string;
  userId: string;
  attemptId: string | null;
  reservedAt: Timestamp;
  expiresAt: Timestamp;
};

export type RetentionRules = {
  workspaceId: string;
  dataClass: string;
  months: number | null;
  updatedAt: Timestamp;
  updatedBy: string | null;
};

export type RetentionRuns = {
  workspaceId: string;
  id: Generated<string>;
  erased: Json;
  startedAt: Timestamp;
  finishedAt: Timestamp;
  startedBy: string | null;
};

export type RulePacks = {
  workspaceId: string;
  name: string;
  version: string;
  hash: string;
  content: Json;
  storedAt: Timestamp;
};

export type SavedViews = {
  workspaceId: string;
  id: Generated<string>;
  userId: string;
  name: string;
  shared: Generated<boolean>;
  query: Json;
  createdAt: Timestamp;
};

export type Sessions = {
  id: Generated<string>;
  userId: string;
  token: string;
  expiresAt: Timestamp;
  ipAddress: string | null;
  userAgent: string | null;
  workspaceId: string | null;
  createdAt: ColumnType<Date, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type Standings = {
  workspaceId: string;
  contactId: string;
  ownerId: string | null;
  accountId: string | null;
  hotFrom: Timestamp | null;
  hotUntil: Timestamp | null;
  warmUntil: Timestamp | null;
  heatLog: number | null;
  triggerId: string | null;
  expectationId: string | null;
  windowOpensAt: Timestamp | null;
  windowClosesAt: Timestamp | null;
  lastTouchAt: Timestamp | null;
  closedBecause: string | null;
};

export type SuppressionEndings = {
  workspaceId: string;
  id: Generated<string>;
  suppressionId: string;
  ending: string;
  endedAt: Timestamp;
  endedBy: string | null;
  details: ColumnType<unknown, string | undefined, string>;
};

export type Suppressions = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string | null;
  point: string | null;
  kind: string;
  channels: string[] | null;
  scope: string | null;
  saidAt: Timestamp;
  evidence: ColumnType<unknown, string | undefined, string>;
  sourceKey: string | null;
  attemptId: string | null;
  importId: string | null;
  recordedAt: Timestamp;
  recordedBy: string | null;
};

export type Tasks = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  ownerId: string;
  kind: string;
  title: Generated<string>;
  dueLocal: string;
  timeZone: string;
  dueAt: Timestamp;
  durationMinutes: number | null;
  alternative: Json | null;
  state: Generated<string>;
  closedAt: Timestamp | null;
  closedBy: string | null;
  closedBecause: string | null;
  attemptId: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
  subject: string | null;
};

export type Teams = {
  workspaceId: string;
  id: Generated<string>;
  name: string;
};

export type TouchpointKinds = {
  workspaceId: string;
  slug: string;
  settings: Json;
  updatedAt: Timestamp;
  updatedBy: string | null;
};

export type TouchpointMarks = {
  workspaceId: string;
  id: Generated<string>;
  touchpointId: string;
  mark: string;
  markedAt: Timestamp;
  markedBy: string | null;
  details: ColumnType<unknown, string | undefined, string>;
  importId: string | null;
};

export type Touchpoints = {
  workspaceId: string;
  id: Generated<string>;
  contactId: string;
  kind: string;
  occurredAt: Timestamp;
  scheduledAt: Timestamp | null;
  zoneAssumed: Generated<boolean>;
  verification: string;
  summary: Generated<string>;
  details: ColumnType<unknown, string | undefined, string>;
  evidence: ColumnType<unknown, string | undefined, string>;
  sourceKey: string | null;
  attemptId: string | null;
  importId: string | null;
  importLine: number | null;
  recordedAt: Timestamp;
  recordedBy: string | null;
};

export type TwoFactors = {
  id: Generated<string>;
  userId: string;
  secret: string;
  backupCodes: string;
  verified: Generated<boolean>;
  failedVerificationCount: Generated<number>;
  lockedUntil: Timestamp | null;
};

export type Users = {
  id: Generated<string>;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  language: string | null;
  twoFactorEnabled: Generated<boolean>;
  createdAt: ColumnType<Date, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type Verifications = {
  id: Generated<string>;
  identifier: string;
  value: string;
  expiresAt: Timestamp;
  createdAt: ColumnType<Date, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type Workspaces = {
  workspaceId: Generated<string>;
  slug: string;
  name: string;
  preset: Generated<string>;
  country: string | null;
  region: string | null;
  timeZone: Generated<string>;
  settings: ColumnType<unknown, string | undefined, string>;
  createdAt: Timestamp;
};

export type DB = {
  accessLogs: AccessLogs;
  accounts: Accounts;
  apiKeys: ApiKeys;
  attempts: Attempts;
  conditions: Conditions;
  consentEndings: ConsentEndings;
  consents: Consents;
  contactCorrections: ContactCorrections;
  contactLinks: ContactLinks;
  contactMerges: ContactMerges;
  contactPoints: ContactPoints;
  contacts: Contacts;
  credentials: Credentials;
  customFields: CustomFields;
  decisionRules: DecisionRules;
  decisions: Decisions;
  erasedPoints: ErasedPoints;
  erasureCertificates: ErasureCertificates;
  exceptions: Exceptions;
  idempotencyKeys: IdempotencyKeys;
  importAttachments: ImportAttachments;
  importChanges: ImportChanges;
  importChunks: ImportChunks;
  importRows: ImportRows;
  imports: Imports;
  invitations: Invitations;
  ledgerAdoptions: LedgerAdoptions;
  ledgerBlocks: LedgerBlocks;
  ledgerEntries: LedgerEntries;
  ledgerErasures: LedgerErasures;
  ledgerHeads: LedgerHeads;
  legalHolds: LegalHolds;
  memberships: Memberships;
  migrations: Migrations;
  numberListChunks: NumberListChunks;
  numberListCopies: NumberListCopies;
  outcomes: Outcomes;
  personRequestEvents: PersonRequestEvents;
  personRequests: PersonRequests;
  playbooks: Playbooks;
  rateLimits: RateLimits;
  relationships: Relationships;
  reservations: Reservations;
  retentionRules: RetentionRules;
  retentionRuns: RetentionRuns;
  rulePacks: RulePacks;
  savedViews: SavedViews;
  sessions: Sessions;
  standings: Standings;
  suppressionEndings: SuppressionEndings;
  suppressions: Suppressions;
  tasks: Tasks;
  teams: Teams;
  touchpointKinds: TouchpointKinds;
  touchpointMarks: TouchpointMarks;
  touchpoints: Touchpoints;
  twoFactors: TwoFactors;
  users: Users;
  verifications: Verifications;
  workspaces: Workspaces;
};
