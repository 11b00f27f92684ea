import type { Attempt } from "#api/attempts.ts";
import type { Brief } from "#api/brief.ts";
import type { Report } from "#web/call-queue/use-call.ts";
import type { CallNotes } from "#web/call-queue/use-call-notes.ts";

/** What a report says beside the outcome. A correction is of what came of it: what was written and said before stays. */
export function writtenIn(
  notes: CallNotes,
  questions: Brief["playbook"]["questions"],
  before: Attempt["outcome"] | undefined,
): Pick<Report, "note" | "answers" | "said"> {
  const answers = questions
    .map(({ id, text }) => ({ questionId: id, question: text, answer: notes.answers[id]?.trim() ?? "" }))
    .filter(({ answer }) => answer !== "");
  return {
    note: notes.note || (before?.note ?? ""),
    answers: answers.length > 0 ? answers : (before?.answers ?? []),
    said: notes.said.length > 0 ? notes.said : (before?.said ?? []).map(({ id }) => id),
  };
}
