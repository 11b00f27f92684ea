import type { Preset } from "#api/settings.ts";
import type { Purpose } from "#domain/gate/types.ts";

/** What a workspace of this industry wants of people, unless an attempt says otherwise. */
export const purposeOf: Record<Preset, Purpose> = {
  b2b_software: "marketing",
  financial_services: "marketing",
  real_estate: "marketing",
  recruiting: "recruiting",
  nonprofit: "fundraising",
  professional_services: "marketing",
};
