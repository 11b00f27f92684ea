import { defaultKinds, type TouchpointKind } from "#domain/touchpoints/kinds.ts";

export const industries = [
  "b2b_software",
  "financial_services",
  "real_estate",
  "recruiting",
  "nonprofit",
  "professional_services",
] as const;
export type Industry = (typeof industries)[number];

type Adjustable = "weight" | "memoryDays" | "window" | "expectation";
type Adjustment = Partial<Pick<TouchpointKind, Adjustable>> & { because: string };

/** What each industry starts from instead of the defaults, until its own record says better. */
const presets: Record<Industry, Readonly<Record<string, Adjustment>>> = {
  b2b_software: {
    trial_started: {
      weight: 85,
      window: { opensAfterHours: 0, closesAfterHours: 24 },
      because: "Most trials are decided on their first day.",
    },
    webinar_attended: {
      weight: 45,
      because: "A webinar about the product is attended by people who compare products.",
    },
    content_downloaded: { weight: 30, because: "Papers are read while a purchase is being prepared." },
    page_visited: { weight: 12, because: "A visit to the price page is part of most purchases." },
    support_conversation: { weight: 35, because: "Who asks for help is using the product." },
  },
  financial_services: {
    meeting_held: { memoryDays: 730, because: "Reviews are yearly, and one that was missed is still remembered." },
    seminar_attended: { weight: 60, because: "Seminars are small and about the guest's own money." },
    purchase: { memoryDays: 1095, because: "Products run for years and are reviewed seldom." },
    past_client: { weight: 45, because: "A household's questions come back with every change in its life." },
    content_downloaded: { weight: 15, because: "Most readers want to learn and not to be advised." },
  },
  real_estate: {
    open_house_visited: {
      weight: 75,
      window: { opensAfterHours: 4, closesAfterHours: 48 },
      because: "A visitor decides within days, and sees other houses meanwhile.",
    },
    inbound_inquiry: {
      window: { opensAfterHours: 0, closesAfterHours: 1 },
      because: "Who asks about one property asks several agents at once.",
    },
    visit_held: {
      weight: 80,
      window: { opensAfterHours: 24, closesAfterHours: 48 },
      because: "After a viewing people sleep on it once.",
    },
    past_client: { weight: 45, memoryDays: 2920, because: "Owners move again after about eight years." },
    content_downloaded: { weight: 20, because: "Price reports are read long before a sale." },
  },
  recruiting: {
    application_submitted: {
      weight: 90,
      window: { opensAfterHours: 0, closesAfterHours: 24 },
      because: "Good applicants are gone within days.",
    },
    email_replied: {
      weight: 55,
      window: { opensAfterHours: 0, closesAfterHours: 24 },
      because: "Candidates answer several recruiters and go on with the first.",
    },
    alumni: {
      weight: 50,
      memoryDays: 1825,
      because: "Former colleagues change jobs every few years and know the house.",
    },
    past_client: { weight: 40, memoryDays: 1825, because: "Who was placed once hires later." },
  },
  nonprofit: {
    donation: {
      weight: 80,
      memoryDays: 1095,
      window: { opensAfterHours: 0, closesAfterHours: 48 },
      because: "A gift is thanked for within two days; donors give again within years.",
    },
    seminar_attended: { weight: 50, because: "Guests of an evening come for the cause." },
    visit_held: { weight: 80, because: "Who has seen the work stays with it." },
    newsletter_opted_in: { weight: 20, because: "Readers follow a cause for a long time before they give." },
    survey_answered: { weight: 25, because: "An answer is a first act for the cause." },
  },
  professional_services: {
    introduction_made: { memoryDays: 365, because: "Matters arise seldom, and a recommendation is kept until then." },
    meeting_held: { weight: 75, memoryDays: 730, because: "A first consultation often precedes the matter by a year." },
    seminar_attended: { weight: 55, because: "Guests come with a question of their own." },
    content_downloaded: { weight: 30, memoryDays: 90, because: "A guide is read because its case has come up." },
    past_client: { weight: 50, memoryDays: 1825, because: "Clients come back with the next matter and send others." },
  },
};

/** The kinds that a workspace of an industry starts from; without one, the defaults. */
export function kindsFor(industry?: Industry | null): TouchpointKind[] {
  const adjustments = industry ? presets[industry] : {};
  return defaultKinds.map((kind) => {
    const { because: _, ...changes } = adjustments[kind.slug] ?? {};
    return { ...kind, ...changes };
  });
}

/** Why an industry's preset departs from the default for a kind; undefined where it does not. */
export function reasonForPreset(industry: Industry, slug: string): string | undefined {
  return presets[industry][slug]?.because;
}
