/* Numbers that are the same in every run, spread over the area codes and exchanges of North America. */

const areaCodes = 330;
const exchanges = 792;

/** The number at this place of a fixed shuffle; places below `numbersPossible` give numbers that all differ. */
export const numbersPossible = areaCodes * exchanges * 10_000;

export function numberAt(place: number): number {
  // A permutation of the whole space: the factor has no divisor in common with it.
  const shuffled = Number((BigInt(place) * 1_000_000_007n + 12_345n) % BigInt(numbersPossible));
  return numberOf(shuffled);
}

/** The same without big integers, step by step: each number follows from the place before. */
export function numbersFrom(place: number): () => number {
  const factor = 1_000_000_007 % numbersPossible;
  let shuffled = Number((BigInt(place) * 1_000_000_007n + 12_345n) % BigInt(numbersPossible));
  return () => {
    const number = numberOf(shuffled);
    shuffled += factor;
    if (shuffled >= numbersPossible) shuffled -= numbersPossible;
    return number;
  };
}

function numberOf(shuffled: number): number {
  const line = shuffled % 10_000;
  const rest = Math.floor(shuffled / 10_000);
  const exchange = 200 + (rest % exchanges);
  const area = 201 + Math.floor(rest / exchanges) * 2;
  return 10_000_000_000 + area * 10_000_000 + exchange * 10_000 + line;
}
