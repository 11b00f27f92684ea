import { z } from "zod";
import { endpoint } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { Language } from "#api/settings.ts";

const Id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/);
const Words = z.string().trim().max(2000);

/**
 * What a rep says and asks. Templates may carry placeholders in braces, such as {first_name}; the list comes with
 * `getPlaybook`. What stands in [brackets] is shared context: it is shown with a link to the touchpoint that proves it.
 * A template whose facts are missing is passed over for the opening named `neutral`.
 */
export const PlaybookContent = z.object({
  /** By kind of touchpoint; `neutral` is for everything else, and needs no shared fact. */
  openings: z.record(z.string().max(60), Words).refine((openings) => Boolean(openings.neutral), {
    error: "an opening named neutral is needed",
  }),
  value: Words,
  questions: z.array(z.object({ id: Id, text: Words.min(1) })).max(30),
  values: z.array(z.object({ need: Words, help: Words, proof: Words })).max(30),
  objections: z
    .array(
      z.object({
        id: Id,
        says: Words.min(1),
        answer: Words.min(1),
        evidence: Words.default(""),
        words: z.array(z.string().trim().max(60)).max(20).default([]),
      }),
    )
    .max(60),
  voicemail: Words,
  gatekeeper: Words,
  close: Words,
});
export type PlaybookContent = z.output<typeof PlaybookContent>;

export const ProfileName = z.string().trim().min(1).max(100);

export const Playbook = z.object({
  /** Null for the default content, which nobody has edited. */
  id: z.uuid().nullable(),
  profile: z.string(),
  language: Language,
  version: z.number().int(),
  content: PlaybookContent,
  savedAt: Instant.nullable(),
  savedBy: z.object({ userId: z.uuid(), name: z.string() }).nullable(),
});
export type Playbook = z.output<typeof Playbook>;

export const PlaybookSummary = Playbook.omit({ content: true });

export const listPlaybooks = endpoint({
  name: "listPlaybooks",
  method: "GET",
  path: "/api/v1/playbooks",
  summary: "The profiles and languages that have a playbook, each with its newest version",
  input: z.object({}),
  output: z.object({ items: z.array(PlaybookSummary), placeholders: z.array(z.string()) }),
});

export const PlaybookInPath = z.object({ profile: ProfileName, language: Language });

export const getPlaybook = endpoint({
  name: "getPlaybook",
  method: "GET",
  path: "/api/v1/playbooks/{profile}/{language}",
  summary: "A playbook, the newest version or the one asked for",
  input: PlaybookInPath.extend({ version: z.coerce.number().int().min(0).optional() }),
  output: z.object({
    playbook: Playbook,
    /** Newest first; version 0 is the default content. */
    versions: z.array(PlaybookSummary),
    placeholders: z.array(z.string()),
  }),
});
export type GetPlaybook = z.output<typeof getPlaybook.input>;
export type PlaybookAnswer = z.output<typeof getPlaybook.output>;

export const savePlaybook = endpoint({
  name: "savePlaybook",
  method: "POST",
  path: "/api/v1/playbooks/{profile}/{language}",
  summary: "Save a new version of a playbook; the older ones stay",
  input: PlaybookInPath.extend({
    /** The version that was edited; refused when somebody has saved since. */
    basedOn: z.number().int().min(0),
    content: PlaybookContent,
  }),
  output: Playbook,
  refusals: ["playbook_changed"],
});
export type SavePlaybook = z.output<typeof savePlaybook.input>;

export const restorePlaybook = endpoint({
  name: "restorePlaybook",
  method: "POST",
  path: "/api/v1/playbooks/{profile}/{language}/restore",
  summary: "Make an older version the newest one again",
  input: PlaybookInPath.extend({ version: z.number().int().min(0) }),
  output: Playbook,
  refusals: ["playbook_changed"],
});
export type RestorePlaybook = z.output<typeof restorePlaybook.input>;
