import type { Audience, Purpose, Relationship, Sector, Technology } from "#domain/gate/types.ts";
import type { Clock, Weekday } from "#domain/time.ts";

/**
 * The language in which the law is written down. A pack is plain data: what a row says, of whom, when and by which
 * source, and one mechanism that turns it into a verdict. docs/rule-packs.md explains it to a lawyer.
 */
export type Pack = {
  /** "us", "us-fl", "eu", "policy" … */
  name: string;
  title: string;
  /** Year and month of the state of the law, and a letter for corrections within it. */
  version: string;
  /** ISO 3166 codes of the countries that the rows bind; a pack of a region names it as well. */
  countries: readonly string[];
  region?: string;
  /** A region that also has a country code of its own: Puerto Rico is "US" with region "PR", or "PR". */
  ownCountry?: string;
  calendars?: Record<string, Calendar>;
  rows: readonly Row[];
};

/**
 * How an attempt is made. A pack may write "texts" and "voice" parts one by one: `auto` is a dialler with a live
 * agent, `pre` a recording, `ai` an artificial voice, `vm` a voicemail left by a person, `rvm` one dropped by a
 * machine, `sms_auto` a text that software sends (rows for `sms` bind it too), `dm` a message on a network.
 */
export const modes = [
  "call",
  "auto",
  "pre",
  "ai",
  "vm",
  "rvm",
  "sms",
  "sms_auto",
  "email",
  "dm",
  "visit",
  "post",
] as const;
export type Mode = (typeof modes)[number];

/** Whether rows for these modes speak of an attempt that is made so; those for texts bind texts by software too. */
export function bindsMode(bound: readonly Mode[] | undefined, mode: Mode): boolean {
  return !bound || bound.includes(mode) || (mode === "sms_auto" && bound.includes("sms"));
}

/** V1: the primary text was read. V2: a secondary source. K: from knowledge, not verified. X: sources conflict. */
export type Confidence = "V1" | "V2" | "K" | "X";

export type Row = {
  id: string;
  /** One sentence that a rep understands; why this stands in the way, or what must be done. */
  says: string;
  citation: string;
  confidence: Confidence;
  /** Key or address of the source that was read. */
  source: string;
  /** Law, unless it says policy. */
  basis?: "policy";
  /** True where the sources conflict and the strict side was taken; a decision that rests on it says so. */
  contested?: true;
  /** Which modes it speaks of; absent = all. */
  modes?: readonly Mode[];
  /** Whom it protects; absent = everybody. */
  audience?: readonly Audience[];
  /** Absent = whatever wants something of the person: marketing, fundraising, recruiting, political, consent requests. */
  purposes?: readonly Purpose[] | "all";
  /** It speaks only where this holds. */
  when?: Fact;
  /** What lifts it. */
  unless?: readonly Lift[];
  /** First day of force, and the first day without it, in the called person's zone. */
  from?: string;
  to?: string;
  /** What an earlier version of this row said wrongly. */
  corrects?: string;
  rule: Mechanism;
};

/** What lifts a row; `by` names the row of the tables that says so, else the row itself speaks. */
export type Lift = { by?: string; says: string; if: Fact; from?: string; to?: string };

export type Mechanism =
  /** Barred, whatever the hour. */
  | { kind: "forbid"; missing?: Missing }
  /** Barred unless the fact holds. */
  | { kind: "need"; fact: Fact; missing?: Missing }
  /**
   * Allowed only in these hours of the called place; a weekday without an entry is closed. So are the days of the
   * calendar `closedOn`, unless they have a `holidayWeek` of their own.
   */
  | { kind: "hours"; week: Week; closedOn?: string; holidayWeek?: Week; withoutZone?: true }
  /** Closed on these weekdays, on the days of a calendar, and on days of these kinds that an officer entered. */
  | { kind: "closed"; weekdays?: readonly Weekday[]; calendar?: string; conditions?: readonly string[] }
  /** Closed while such a condition (an emergency) holds where the person is. */
  | { kind: "during"; conditions: readonly string[] }
  | Cap
  /** Not to an address on one of these lists. */
  | { kind: "list"; lists: readonly string[] }
  /** Not on a copy of the list that is older than so many days (`days` itself is still good), or on none. */
  | { kind: "fresh"; lists: readonly string[]; days: number }
  /** A duty that comes with an allowed attempt. */
  | { kind: "oblige"; text: string }
  /** A deadline of ours, for the compliance section. */
  | {
      kind: "clock";
      of: "access" | "erasure" | "objection" | "breach" | "retention" | "notice" | "optOut";
      period: string;
    }
  | { kind: "note" }
  /** A rule of our own that needs the workspace's settings: `own-rules.ts` computes it. Only in the policy pack. */
  | { kind: "own" };

/** So many attempts in so many elapsed hours, or in so many calendar days of the called place, today among them. */
export type Cap = {
  kind: "cap";
  attempts: number;
  hours?: number;
  days?: number;
  /** Counts those about the same subject only. */
  perSubject?: true;
  /** Which channels are counted; absent = call, voicemail and sms together. */
  channels?: readonly string[];
  technologies?: readonly Technology[];
  /** Counts only those that ended so. */
  outcomes?: readonly string[];
};

export type Week = Partial<Record<Weekday, readonly (readonly [from: Clock, until: Clock])[]>>;

/**
 * Holidays. `rules` are written as the library date-holidays reads them: "01-01", "easter -2",
 * "3rd monday in January", "substitutes 07-04 if sunday then next monday if saturday then previous friday".
 */
export type Calendar = { rules: readonly string[] } | { library: true; regions?: boolean };

export type Missing = { fact: string; wouldChange: string };

/** A statement about the request that holds or does not hold at an instant. What is not known does not hold. */
export type Fact =
  | { all: readonly Fact[] }
  | { any: readonly Fact[] }
  | { not: Fact }
  | { consent: ConsentTest }
  | { tie: TieTest }
  | { audience: readonly Audience[] }
  | { purpose: readonly Purpose[] }
  | { mode: readonly Mode[] }
  | { technology: readonly Technology[] }
  | { sector: readonly Sector[] }
  | { product: readonly string[] }
  /** The line of the number; absent = mobile. */
  | { line: readonly ("mobile" | "landline" | "voip" | "corporate")[] }
  /** The directory entry; absent = unlisted. */
  | { directory: readonly ("listed" | "starred" | "unlisted")[] }
  /** The number is known to have been left out of the directory; not knowing is not enough. */
  | { exDirectory: true }
  | { emailKind: readonly ("personal" | "role" | "work")[] }
  /** The message itself says all of these. */
  | { disclosed: readonly string[] }
  | { tracking: readonly ("open_pixel" | "click_redirect")[] }
  | { recorded: true }
  | { callerId: "withheld" }
  /** The number shown is known to begin with one of these; a number that is shown and not named does not. */
  | { callerIdIn: readonly string[] }
  /** The number shown is named, and begins with none of these. */
  | { callerIdNotIn: readonly string[] }
  /** The called number begins with one of these (E.164). */
  | { numberIn: readonly string[] }
  | { agentGuaranteed: true }
  | { reassigned: readonly ("yes" | "no" | "no_data")[] }
  /** The seller holds this registration. */
  | { registered: string }
  /** Where the seller sits: a country, or one of its regions as "US-MS". */
  | { sellerIn: readonly string[] }
  /** The called place is one of these regions (without country), or not known more exactly than its country. */
  | { region: readonly string[] }
  | { listed: readonly string[] }
  | { source: readonly ("self" | "referral" | "public" | "register" | "partner" | "list")[] }
  /** The person was told where we have the data from. */
  | { noticeSent: true }
  /** So many months have passed since the data were obtained. */
  | { obtainedMonthsAgo: number }
  | { restricted: true }
  /** Every no, and every entry on our own list, was followed by a consent or request of the person's own. */
  | { reopened: true }
  | { refused: RefusalTest }
  /** Earlier attempts to this person on these channels: at least so many. */
  | {
      attempted: {
        channels: readonly string[];
        atLeast: number;
        outcomes?: readonly string[];
        purposes?: readonly Purpose[];
        sinceTie?: Relationship["kind"];
        sinceRefusal?: true;
      };
    };

/** A no of the person's stands; `ever`: also one that was taken back. A time is counted from when it was said. */
export type RefusalTest = { kinds?: readonly string[]; withinDays?: number; withinMinutes?: number; ever?: true };

/**
 * A consent of the person's own that covers channel, purpose, subject, point and technology of the attempt, is
 * given, not withdrawn, not expired and, where it names times, holds at the instant.
 */
export type ConsentTest = {
  /** Absent = written, electronic or oral. */
  forms?: readonly ("written" | "electronic" | "oral" | "implied")[];
  /** Ends so many months after it was given, at the beginning of that day in the called place. */
  months?: number;
  /** With `months`: a consent that states its end or is ongoing is not cut short. */
  unlessPeriodStated?: true;
  /** It must name the technology of the attempt, also where a consent in general terms would do. */
  namesTechnology?: true;
  /** It need not name the technology. */
  anyTechnology?: true;
  /** Where it says what it names, it must name these. */
  names?: readonly ("seller" | "number" | "technology")[];
  /** Given after the address came on this list. */
  afterListing?: readonly string[];
  /** Given after every no of the person's. */
  afterRefusals?: true;
  /** It is for this time: it names times and this is one of them, or any; "stated" wants the time named. */
  atTimes?: true | "stated";
  /** It names the subject of the attempt, and not all that the seller offers. */
  namesSubject?: true;
  /** It is a consent to this and not to the attempt's channel: "tracking". */
  channel?: string;
};

/** A relationship that exists at the instant. */
export type TieTest = {
  kinds: readonly Relationship["kind"][];
  /** Months after it began, or after it ended where it can end; a running contract lasts. Ends at local midnight. */
  months?: number;
  days?: number;
  /** Days from Monday to Saturday that are no holidays of this calendar. */
  workingDays?: number;
  /** It has not ended. */
  current?: true;
  similar?: true;
  optOutOffered?: true;
  agreed?: true;
  /** The referrer knows both. */
  referrerKnowsBoth?: true;
};
