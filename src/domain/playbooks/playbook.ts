export const playbookLanguages = ["en", "zh-Hans", "zh-Hant"] as const;
export type PlaybookLanguage = (typeof playbookLanguages)[number];

export type Question = { id: string; text: string };
export type ValueLine = { need: string; help: string; proof: string };
export type Objection = { id: string; says: string; answer: string; evidence: string; words: string[] };

/** What a rep says and asks. Templates are read by `template.ts`. */
export type PlaybookContent = {
  /** By kind of touchpoint, and `neutral`. Each line is an alternative: the first whose facts are known is said. */
  openings: Record<string, string>;
  value: string;
  questions: Question[];
  values: ValueLine[];
  objections: Objection[];
  voicemail: string;
  gatekeeper: string;
  close: string;
};

export const playbookPresets = [
  "b2b_software",
  "financial_services",
  "real_estate",
  "recruiting",
  "nonprofit",
  "professional_services",
] as const;
export type PlaybookPreset = (typeof playbookPresets)[number];

/** What is said in every industry. */
export type SharedContent = Omit<PlaybookContent, "value" | "questions" | "values">;
/** What an industry says of its own; its openings and objections come before the shared ones. */
export type PresetContent = Record<PlaybookPreset, Omit<PlaybookContent, "voicemail" | "gatekeeper" | "close">>;

/** Kinds that are spoken of in the words of another. */
const spokenOfAs: Record<string, string> = {
  visit_held: "meeting_held",
  video_call_held: "meeting_held",
  contract_signed: "purchase",
  contract_renewed: "purchase",
  seminar_attended: "webinar_attended",
  social_comment: "social_message",
};

/** The opening for a kind: its id, for the figures, and its alternatives. */
export function openingFor(content: PlaybookContent, kind: string | undefined): { id: string; template: string } {
  const ids = kind ? [kind, spokenOfAs[kind] ?? kind] : [];
  for (const id of ids) {
    const template = content.openings[id];
    if (template) return { id, template };
  }
  return { id: "neutral", template: content.openings.neutral ?? "" };
}
