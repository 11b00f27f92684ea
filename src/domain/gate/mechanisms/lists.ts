import { type Blocks, never, open, type Place } from "#domain/gate/case.ts";
import { dayOf } from "#domain/gate/facts/local-days.ts";
import { isOneOf } from "#domain/gate/facts/names.ts";
import { parseInstant } from "#domain/instant-text.ts";
import { dayMs } from "#domain/time.ts";

const dayLength = "2026-11-24".length;

/** The copy of each list that was checked may be so many local days old; the last of them is still good. */
export function compileFresh(lists: readonly string[], days: number): Blocks {
  return ({ request }, at, place) => {
    for (const name of lists) {
      const checkedOn = copyOf(name, request.seller.registers);
      if (!checkedOn || ageInDays(checkedOn, at, place) > days) return never;
    }
    return open;
  };
}

/** When the copy of this list was checked; of a name with "*", that of any list that begins so. */
function copyOf(name: string, registers: Record<string, string> | undefined): string | undefined {
  if (!registers) return undefined;
  if (!name.endsWith("*")) return Object.hasOwn(registers, name) ? registers[name] : undefined;
  const found = Object.keys(registers).find((register) => isOneOf(register, [name]));
  return found === undefined ? undefined : registers[found];
}

/** In local days; the most where there are several zones. */
function ageInDays(checkedOn: string, at: number, { zones }: Place): number {
  const isDay = checkedOn.length === dayLength;
  const checked = parseInstant(checkedOn);
  let age = 0;
  for (const zone of zones) {
    age = Math.max(age, dayOf(at, zone) - (isDay ? Math.floor(checked / dayMs) : dayOf(checked, zone)));
  }
  return age;
}
