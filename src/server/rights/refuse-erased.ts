import { nameKey } from "#domain/contacts/names.ts";
import { AppError } from "#domain/errors.ts";
import type { Context } from "#server/platform/context.ts";
import { erasedKeysOf, findErased } from "#server/rights/erased-people.ts";

type Newcomer = { name: string; points: readonly { kind: string; value: string }[] };

/** Refuses to add somebody who was erased: only she herself can come back, and then an officer lets her. */
export async function refuseErased(tx: Context, { name, points }: Newcomer): Promise<void> {
  const values = (kind: string) => points.filter((point) => point.kind === kind).map(({ value }) => value);
  const found = await findErased(tx, () =>
    erasedKeysOf({
      nameKeys: [nameKey(name)],
      emails: values("email"),
      phones: values("phone"),
      profiles: values("profile"),
      externalIds: [],
    }),
  );
  if (found.size > 0) throw new AppError("erased_person");
}
