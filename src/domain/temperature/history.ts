import { type CallingHours, defaultCallingHours } from "#domain/calling-hours.ts";
import type { Definition } from "#domain/temperature/standing.ts";
import { defaultKindTable, type KindTable, type Verification } from "#domain/touchpoints/kinds.ts";

export type HistoryTouchpoint = {
  id: string;
  /** The slug of its kind; one that the workspace does not know counts as context. */
  kind: string;
  occurredAt: Date;
  verification: Verification;
  retracted?: boolean;
  /** For a booked meeting: when it begins. */
  endsAt?: Date | null;
  fulfilledAt?: Date | null;
};

export type LiveRelationship = {
  kind: "customer" | "donor" | "client" | "alumni";
  startedAt: Date;
  endedAt: Date | null;
};

/** What is known of one contact. `timeZone` is the contact's, else the workspace's; `place` names his holidays. */
export type History = {
  touchpoints: readonly HistoryTouchpoint[];
  relationships?: readonly LiveRelationship[];
  timeZone: string;
  place?: { country: string; region?: string | undefined } | undefined;
};

export type WarmthSettings = { introductionDays: number; requestDays: number };

/** What a workspace has chosen. Calling hours are what stretches a call window that would close at night. */
export type WarmthRules = {
  kinds: KindTable;
  definition: Definition;
  settings: WarmthSettings;
  callingHours: CallingHours;
};

export const defaultWarmthSettings: WarmthSettings = { introductionDays: 14, requestDays: 30 };

export const defaultWarmthRules: WarmthRules = {
  kinds: defaultKindTable,
  definition: "verified",
  settings: defaultWarmthSettings,
  callingHours: defaultCallingHours,
};
