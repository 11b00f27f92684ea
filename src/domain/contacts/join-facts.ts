/** The facts of a contact that two records can disagree on. */
export type JoinedFacts = {
  accountId: string | null;
  ownerId: string | null;
  givenName: string | null;
  familyName: string | null;
  jobTitle: string | null;
  language: string | null;
  audience: string | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  postalCode: string | null;
  placeBasis: string | null;
  provenanceNote: string | null;
  notes: string | null;
  tags: readonly string[];
  externalIds: readonly string[];
  custom: Readonly<Record<string, unknown>>;
};

const plain = ["accountId", "ownerId", "givenName", "familyName", "jobTitle", "language", "provenanceNote"] as const;
const placeFacts = ["timeZone", "country", "region", "place", "postalCode", "placeBasis"] as const;
/** The first is protected most. */
const audiences = ["consumer", "sole_trader", "partnership", "business"];

/**
 * One person's facts from two records: the survivor's where both know something, the other's where only he does. A
 * place is taken whole, never in pieces. Of two audiences the one that the law protects more.
 */
export function joinFacts<Facts extends JoinedFacts>(survivor: Facts, other: JoinedFacts): Facts {
  const filled = Object.fromEntries(plain.map((name) => [name, survivor[name] ?? other[name]]));
  const hasPlace = survivor.country !== null || survivor.timeZone !== null;
  const home = hasPlace ? survivor : other;
  return {
    ...survivor,
    ...filled,
    ...Object.fromEntries(placeFacts.map((name) => [name, home[name]])),
    audience: stricter(survivor.audience, other.audience),
    notes: [survivor.notes, other.notes].filter(Boolean).join("\n\n") || null,
    tags: [...new Set([...survivor.tags, ...other.tags])],
    externalIds: [...new Set([...survivor.externalIds, ...other.externalIds])],
    custom: { ...other.custom, ...survivor.custom },
  };
}

function stricter(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return audiences.indexOf(one) <= audiences.indexOf(other) ? one : other;
}
