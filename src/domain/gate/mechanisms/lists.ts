import type { Blocks, Case, Place } from "#domain/gate/case.ts";
import { dayOf } from "#domain/gate/facts/local-days.ts";
import { isOneOf } from "#domain/gate/facts/names.ts";
import { dayNumberOf } from "#domain/time.ts";

/** The copy of each list that was checked may be so many local days old; the last of them is still good. */
export function compileFresh(lists: readonly string[], days: number): Blocks {
  return (subject, at, place) => (isFresh(lists, days, subject, at, place) ? 0 : Number.POSITIVE_INFINITY);
}

function isFresh(lists: readonly string[], days: number, { request }: Case, at: number, place: Place): boolean {
  const registers = request.seller.registers ?? {};
  return lists.every((name) => {
    const copy = name.endsWith("*")
      ? Object.keys(registers).find((register) => isOneOf(register, [name]))
      : Object.hasOwn(registers, name)
        ? name
        : undefined;
    const checkedOn = copy && registers[copy];
    if (!checkedOn) return false;
    const checked = Date.parse(checkedOn);
    return place.zones.every((zone) => {
      const day = checkedOn.length === 10 ? dayNumberOf(checkedOn) : dayOf(checked, zone);
      return dayOf(at, zone) - day <= days;
    });
  });
}
