import { type HolidayTest, holidayTest } from "#domain/gate/calendars.ts";
import { type Blocks, never, open } from "#domain/gate/case.ts";
import { isGiven } from "#domain/gate/facts/consents.ts";
import { ownList } from "#domain/gate/facts/refusals.ts";
import { compileCap } from "#domain/gate/mechanisms/caps.ts";
import { compileClosedDays, compileHours, everyDay } from "#domain/gate/mechanisms/hours.ts";
import type { Week } from "#domain/gate/packs/row.ts";
import type { GateContact, Policy } from "#domain/gate/types.ts";

const noHolidays: HolidayTest = () => false;

const weekday = [["09:00", "20:00"]] as const;
const ourWeek: Week = {
  mon: weekday,
  tue: weekday,
  wed: weekday,
  thu: weekday,
  fri: weekday,
  sat: [["10:00", "16:00"]],
};
const ourHours = compileHours(ourWeek, noHolidays);
const publicHolidays = compileClosedDays([], holidayTest("policy holidays", { library: true, regions: true }), [
  "holiday",
  "proclaimed_day",
]);

const notNowDays = 90;
const ourCaps: readonly Blocks[] = [
  { attempts: 3, hours: 7 * 24 },
  { attempts: 4, hours: 30 * 24 },
  { attempts: 1, hours: 2 },
].map((cap) => compileCap({ kind: "cap", ...cap }));
const notNow = compileCap({ kind: "cap", attempts: 1, hours: notNowDays * 24, outcomes: ["not_now"] });

const hoursOf = readyOnce((hours: NonNullable<Policy["hours"]>) => compileHours(weekOf(hours), noHolidays));
const hoursBetween = readyOnce((quiet: NonNullable<GateContact["quietHours"]>) =>
  compileHours(loudWeek(quiet), noHolidays),
);
const noPolicy: Policy = {};
const capsOf = readyOnce(({ caps, spacingHours }: Policy) => {
  const wished = caps?.map((cap) => compileCap({ kind: "cap", ...cap }));
  const spacing = spacingHours ? [compileCap({ kind: "cap", attempts: 1, hours: spacingHours })] : [];
  return {
    areWished: wished !== undefined,
    besideLaw: [...(wished ?? []), ...spacing, notNow],
    withoutLaw: [...(wished ?? ourCaps), ...spacing, notNow],
  };
});

/** The mechanisms of our own rules that ask for more than a row can say: the workspace's settings, a place's law. */
export const ownRules: Record<string, Blocks> = {
  "GATE-UNK": (_, __, { zones, law }) => (zones.length > 0 && law.isKnown ? open : never),
  "POL-OPTOUT-NOW": ({ refusals, listings }, at) =>
    refusals.some(({ earliest }) => earliest <= at) || listings.some(({ list }) => list === ownList) ? never : open,
  "POL-WARM": (subject, at, place) => {
    if (subject.request.policy?.allowCold || subject.ties.some(({ from, end }) => from <= at && at < end)) return open;
    return subject.consents.some((permission) => isGiven(permission, {}, subject, at, place)) ? open : never;
  },
  "POL-PURPOSE": ({ request }) =>
    request.openPurpose !== undefined && request.openPurpose !== request.attempt.subject ? never : open,
  "POL-QUIET": (subject, at, place) => {
    const { quietHours } = subject.request.contact;
    return quietHours && quietHours.length > 0 ? hoursBetween(quietHours)(subject, at, place) : open;
  },
  "POL-HRS-01": (subject, at, place) => {
    const { hours } = subject.request.policy ?? {};
    if (place.law.hasHours) return hours ? hoursOf(hours)(subject, at, place) : open;
    const chosen = hours ? hoursOf(hours) : ourHours;
    return Math.max(chosen(subject, at, place), publicHolidays(subject, at, place));
  },
  "POL-CAP-01": (subject, at, place) => {
    const { areWished, besideLaw, withoutLaw } = capsOf(subject.request.policy ?? noPolicy);
    if (subject.attempts.length === 0 && !areWished) return open;
    let latest = open;
    for (const cap of place.law.hasCaps ? besideLaw : withoutLaw) latest = Math.max(latest, cap(subject, at, place));
    return latest;
  },
};

/** A search asks at many instants: the wishes of a workspace or a person are made ready at the first. */
function readyOnce<Wish extends object, Ready>(make: (wish: Wish) => Ready): (wish: Wish) => Ready {
  const made = new WeakMap<Wish, Ready>();
  return (wish) => {
    const known = made.get(wish);
    if (known) return known;
    const ready = make(wish);
    made.set(wish, ready);
    return ready;
  };
}

function weekOf(hours: NonNullable<Policy["hours"]>): Week {
  return Object.fromEntries(
    Object.entries(hours).map(([day, openings]) => [day, openings.map(({ from, until }) => [from, until] as const)]),
  );
}

/** What the quiet hours leave. Those that end before they begin go on past midnight; the same hour twice is all day. */
function loudWeek(quiet: NonNullable<GateContact["quietHours"]>): Week {
  const spans = quiet
    .flatMap(({ from, until }) =>
      from < until
        ? [{ from, until }]
        : [
            { from, until: "24:00" },
            { from: "00:00", until },
          ],
    )
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const loud: [from: string, until: string][] = [];
  let quietUntil = "00:00";
  for (const { from, until } of spans) {
    if (quietUntil < from) loud.push([quietUntil, from]);
    if (quietUntil < until) quietUntil = until;
  }
  return everyDay([...loud, [quietUntil, "24:00"]]);
}
