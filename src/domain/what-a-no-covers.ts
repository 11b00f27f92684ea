/*
 * What a standing no closes, said once: the gate, the standings and whatever ends what was planned read it here. Where
 * it was said (its channels) limits nothing: a no said by mail closes the telephone too.
 */

const ofOnePoint: ReadonlySet<string> = new Set(["wrong_person", "list", "bounced"]);
const ofThePersonAlone: ReadonlySet<string> = new Set(["not_interested", "deceased"]);

/** A bounced mail only says that an address is dead. */
export function closesCalls(kind: string): boolean {
  return kind !== "bounced";
}

/** "Wrong person" and a register's entry speak of one number; every other word is the person's, on all numbers. */
export function closesPerson({ kind, point }: { kind: string; point: string | null }): boolean {
  return point === null || !ofOnePoint.has(kind);
}

/** Whether it closes the person's numbers and addresses for whoever else has them. */
export function closesOwnPoints(kind: string): boolean {
  return !ofThePersonAlone.has(kind);
}

/** A no to one subject closes that subject; what names none may be about it. */
export function coversSubject(scope: string | null | undefined, subject: string | null | undefined): boolean {
  return scope == null || subject == null || scope === subject;
}
