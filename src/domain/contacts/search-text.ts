/** What a contact is searched by: folded text for trigrams, and pairs of characters for scripts without spaces. */
export type SearchColumns = { searchText: string; searchBigrams: string[] };

const lengthMax = 1000;

export function searchColumnsOf(facts: {
  name: string;
  company: string | null;
  emails: readonly string[];
  phones: readonly string[];
}): SearchColumns {
  const text = foldForSearch(
    [facts.name, facts.company ?? "", ...facts.emails, ...facts.phones].filter(Boolean).join(" "),
  );
  return { searchText: text.slice(0, lengthMax), searchBigrams: bigramsOf(text) };
}

export function foldForSearch(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

export function bigramsOf(text: string): string[] {
  const runs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu) ?? [];
  const pairs = runs.flatMap((run) => {
    const characters = [...run];
    return characters.slice(0, -1).map((character, index) => character + characters[index + 1]);
  });
  return [...new Set(pairs)];
}
