import type { Lift, Mode, Row } from "#domain/gate/packs/row.ts";
import type {
  Audience,
  Consent,
  GateRequest,
  MissingFact,
  Obligation,
  Purpose,
  Relationship,
  SpokenRule,
  Technology,
} from "#domain/gate/types.ts";

/**
 * A request as the rules read it: what is absent has its strict value, and every instant is a number of
 * milliseconds. `from` and `end` are half-open.
 */
export type Case = {
  request: GateRequest;
  at: number;
  mode: Mode;
  technology: Technology;
  purpose: Purpose;
  /** It wants something of the person, and so needs a prior contact and ends with a stop. */
  isPromotional: boolean;
  audience: Audience;
  line: NonNullable<NonNullable<GateRequest["contact"]["phone"]>["line"]>;
  directory: "listed" | "starred" | "unlisted";
  places: readonly Place[];
  ties: readonly Tie[];
  consents: readonly Permission[];
  refusals: readonly Said[];
  listings: readonly { list: string; since: number | undefined }[];
  attempts: readonly Past[];
  /** Later instants at which a fact begins, such as a consent's times: then something may open that was closed. */
  openings: readonly number[];
  /** What it speaks of at all: bits of `mentions`. */
  mentioned: number;
};

/** One candidate place: every zone that it may lie in, none where its country is unknown, and the law that binds it. */
export type Place = {
  country: string;
  region: string | undefined;
  county: string | undefined;
  place: string | undefined;
  zones: readonly string[];
  law: Law;
};

/** The rows that speak of such an attempt at a place, and what its law leaves to our own policy. */
export type Law = {
  /** What may stand in the way on one of these days, of a request that mentions so much. */
  blockingOn: (days: Days, mentioned: number) => readonly CompiledRow[];
  /** What an allowed attempt must do. */
  obligingOn: (days: Days, mentioned: number) => readonly CompiledRow[];
  hasHours: boolean;
  hasCaps: boolean;
  /** There is a pack for the country, or an admin has opened it under our own rules. */
  isKnown: boolean;
  /** Version by pack. */
  packs: Readonly<Record<string, string>>;
};

/** The days, counted from 1970-01-01, that it may be at a place: one, unless its zones disagree at that instant. */
export type Days = { first: number; last: number };

export type Tie = { tie: Relationship; from: number; day: number | undefined; end: number; endDay: number | undefined };

export type Permission = {
  consent: Consent;
  from: number;
  day: number | undefined;
  end: number;
  /** It is the person's own and names this attempt's channel, purpose, subject and point. */
  isAboutThis: boolean;
  /** How it covers the attempt's technology: by its name, in general terms, not at all in words, or by others only. */
  names: "technology" | "general" | "none" | "others";
  slots: readonly (readonly [from: number, end: number])[] | undefined;
};

export type Said = { kind: string; earliest: number; latest: number };

export type Past = {
  channel: string;
  at: number;
  subject: string | undefined;
  technology: string;
  purpose: string;
  isPromotional: boolean;
  outcome: string | undefined;
};

/** Whether a fact of a pack holds for a request at an instant, at one of its places. */
export type Holds = (subject: Case, at: number, place: Place) => boolean;

/** What a mechanism says that does not stand in the way, and one that does until a fact changes. */
export const open = Number.NEGATIVE_INFINITY;
export const never = Number.POSITIVE_INFINITY;

/** What a mechanism says at an instant: `open`, `never`, or the first later instant that may be open, all else equal. */
export type Blocks = (subject: Case, at: number, place: Place) => number;

/** A row of a pack with its mechanism made ready. */
export type CompiledRow = {
  row: Row;
  /** What it says in a decision: that a fact must change, or what must be done. Shared by all decisions. */
  speech: Readonly<SpokenRule>;
  obligation: Readonly<Obligation> | undefined;
  missing: Readonly<MissingFact> | undefined;
  /** Hours and closed days: they come round by the clock alone. */
  isAboutTime: boolean;
  from: number;
  to: number;
  /** It is silent where a request does not mention all of this: bits of `mentions`. */
  needed: number;
  when: Holds | undefined;
  lifts: readonly CompiledLift[];
  /** Absent: it never blocks. */
  blocks: Blocks | undefined;
};

export type CompiledLift = { lift: Lift; speech: Readonly<SpokenRule>; holds: Holds; from: number; to: number };
