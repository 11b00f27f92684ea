const honorifics = new Set([
  "mr",
  "mrs",
  "ms",
  "miss",
  "dr",
  "prof",
  "sir",
  "herr",
  "frau",
  "mme",
  "先生",
  "女士",
  "小姐",
]);
const legalForms =
  /(?:[\s,.]+(?:inc|incorporated|llc|llp|ltd|limited|co|corp|corporation|company|gmbh|ag|kg|sa|sas|sarl|srl|spa|bv|nv|plc|pty|oy|ab|as|kk))+\.?$/;

/** The words of a name without case, accents, punctuation and titles: what is compared when people are. */
export function nameWords(name: string): string[] {
  if (isPlainAscii(name))
    return name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(isNameWord);
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(isNameWord);
}

function isNameWord(word: string): boolean {
  return word !== "" && !honorifics.has(word);
}

/** Most names of most files: to fold them as Unicode asks takes several times as long, and changes nothing. */
export function isPlainAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Equal for names that differ in case, accents, order and middle names only; empty where there is no name. */
export function nameKey(name: string): string {
  const words = nameWords(name);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  if (last === "") return first;
  return first < last ? `${first} ${last}` : `${last} ${first}`;
}

export function isSameName(one: string, other: string): boolean {
  const key = nameKey(one);
  return key !== "" && key === nameKey(other);
}

/** Whether it is an address or a number that stands where nobody gave a name. */
export function isStandInName(name: string): boolean {
  return /^(?:\+\d{4,15}|\S+@\S+|[\w-]+(?:\.[\w-]+)+\/\S*|[a-z_]+:\S+)$/.test(name);
}

/** Equal for the spellings of one company: "ACME, Inc." and "Acme". */
export function companyKey(name: string): string {
  if (isPlainAscii(name)) {
    const plain = name.toLowerCase().replaceAll(/ +/g, " ").trim();
    return (
      plain
        .replace(legalForms, "")
        .replaceAll(/[^a-z0-9]+/g, " ")
        .trim() || plain
    ).slice(0, 300);
  }
  const plain = name.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
  const bare = plain.replace(legalForms, "").replace(/(?:有限责任公司|股份有限公司|有限公司)$/, "");
  return (bare.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim() || plain).slice(0, 300);
}

/** What lists are ordered by: the family name first where it is known. */
export function sortNameOf(person: { fullName: string; givenName: string | null; familyName: string | null }): string {
  const { fullName, givenName, familyName } = person;
  const text = familyName ? `${familyName} ${givenName ?? ""}` : fullName;
  return nameWords(text).join(" ").slice(0, 300) || fullName.toLowerCase();
}
