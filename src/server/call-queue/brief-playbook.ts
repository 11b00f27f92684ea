import type { Attempt } from "#api/attempts.ts";
import type { Brief } from "#api/brief.ts";
import { openingFor } from "#domain/playbooks/playbook.ts";
import { fillTemplate, type Segment, type TemplateFacts } from "#domain/playbooks/template.ts";
import type { LoadedPlaybook } from "#server/playbooks/load-playbook.ts";

type Known = {
  facts: TemplateFacts;
  /** The kind of the touchpoint that the call is about. */
  kind: string | undefined;
  attempts: readonly Attempt[];
};

/** The playbook with the facts of this person put in; nothing is said that no touchpoint proves. */
export function playbookFor(playbook: LoadedPlaybook, { facts, kind, attempts }: Known): Brief["playbook"] {
  const { content, id, profile, language, version } = playbook;
  const wanted = openingFor(content, kind);
  const opening = fillTemplate(wanted.template, facts);
  return {
    id,
    profile,
    language,
    version,
    openingId: opening ? wanted.id : "neutral",
    opening: opening ?? filled(content.openings.neutral ?? "", facts),
    value: filled(content.value, facts),
    questions: content.questions.map((question) => ({ ...question, earlier: earlierAnswers(question, attempts) })),
    values: content.values,
    objections: content.objections,
    voicemail: filled(content.voicemail, facts),
    gatekeeper: filled(content.gatekeeper, facts),
    close: content.close,
  };
}

function filled(template: string, facts: TemplateFacts): Segment[] {
  return fillTemplate(template, facts) ?? [];
}

function earlierAnswers({ id, text }: { id: string; text: string }, attempts: readonly Attempt[]) {
  return attempts.flatMap(({ id: attemptId, startedAt, outcome }) =>
    (outcome?.answers ?? [])
      .filter(({ question, questionId, answer }) => answer !== "" && (questionId === id || question === text))
      .map(({ answer }) => ({ answer, at: startedAt, attemptId })),
  );
}
