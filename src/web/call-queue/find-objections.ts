import type { Brief } from "#api/brief.ts";

type Objection = Brief["playbook"]["objections"][number];

const shownMax = 4;

/** The cards in which every typed word occurs: those that name it as a keyword first, then those that merely say it. */
export function findObjections(objections: readonly Objection[], typed: string): Objection[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return objections.slice(0, shownMax);
  const ranked = objections
    .map((objection) => ({ objection, rank: rankOf(objection, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank);
  return ranked.map(({ objection }) => objection);
}

/** 0 where a word is missing; a keyword that begins like the word counts most, then what they say, then our answer. */
function rankOf({ says, answer, evidence, words: keywords }: Objection, words: readonly string[]): number {
  const ranks = words.map((word) => {
    if (keywords.some((keyword) => keyword.toLocaleLowerCase().startsWith(word))) return 3;
    if (says.toLocaleLowerCase().includes(word)) return 2;
    return `${answer} ${evidence}`.toLocaleLowerCase().includes(word) ? 1 : 0;
  });
  return ranks.some((rank) => rank === 0) ? 0 : Math.max(...ranks);
}
