/** By what a person is found again in the text of a file that somebody once gave us. */
export type Traces = {
  emails: readonly string[];
  phones: readonly string[];
  profiles: readonly string[];
  originals: readonly string[];
  externalIds: readonly string[];
  names: readonly string[];
};

const digitsThatTell = 8;

/** The end of a number, which is the same in every spelling. */
export function lastDigits(phone: string): string {
  return phone.replaceAll(/\D/g, "").slice(-digitsThatTell);
}

/** A key of another system without the system's name: "hubspot:4711" stands in its files as 4711. */
export function externalKey(externalId: string): string {
  return externalId.slice(externalId.indexOf(":") + 1);
}

const address = /[^\s<>"',;:()[\]]+@[^\s<>"',;:()[\]]+\.[^\s<>"',;:()[\]]+/g;

export function addressesIn(cell: string): string[] {
  return [...cell.toLowerCase().matchAll(address)].map(([found]) => found);
}

/**
 * Whether the cells of a row are about her. Her address, number, profile or key tells; her name does where the row
 * names no other address: it may be a namesake's.
 */
export function isAbout(cells: readonly string[], traces: Traces): boolean {
  const addresses = cells.flatMap(addressesIn);
  if (addresses.some((each) => traces.emails.includes(each))) return true;
  const ends = traces.phones.map(lastDigits);
  const originals = traces.originals.map((text) => text.trim().toLowerCase()).filter((text) => text.length > 0);
  const keys = traces.externalIds.map(externalKey);
  const telling = cells.some((cell) => {
    const text = cell.trim().toLowerCase();
    const digits = text.replaceAll(/\D/g, "");
    if (originals.includes(text) || keys.includes(cell.trim())) return true;
    if (digits.length >= digitsThatTell && ends.some((end) => digits.endsWith(end))) return true;
    return traces.profiles.some((profile) => text.includes(profile.toLowerCase()));
  });
  if (telling) return true;
  return addresses.length === 0 && namesHer(cells, traces.names);
}

function namesHer(cells: readonly string[], names: readonly string[]): boolean {
  const joined = ` ${cells.map((cell) => cell.trim().toLowerCase()).join(" ")} `;
  return names.some((name) => joined.includes(` ${name.trim().toLowerCase()} `));
}
