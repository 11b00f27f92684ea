import type { PersonState } from "#server/imports/person-state.ts";

export type FieldChange = { field: string; before: unknown; after: unknown };

/** What a batch changes of a contact that was there before it: the before-images from which undo restores. */
export function changesOf({ before, fields, newPoints }: PersonState): FieldChange[] {
  if (!before) return [];
  const names = Object.keys(before) as (keyof typeof before)[];
  const changes = names
    .filter((name) => fields[name] !== before[name])
    .map((name): FieldChange => ({ field: name, before: before[name], after: fields[name] }));
  // A point alone changes the row too (what it is searched by), so that it must not look like a person's doing.
  return changes.length === 0 && newPoints.length > 0 ? [{ field: "points", before: null, after: null }] : changes;
}
