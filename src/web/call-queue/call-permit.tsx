import { Checkbox, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Brief } from "#api/brief.ts";
import { GateDecision } from "#api/decisions.ts";
import classes from "#web/call-queue/call.module.css";
import { GateBox } from "#web/call-queue/gate-box.tsx";
import { useGateText } from "#web/gate/use-gate-text.ts";
import { isRequestError } from "#web/platform/request.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = {
  brief: Brief;
  refused: unknown;
  said: readonly string[];
  onSaid: (id: string) => void;
  onEvidence: (touchpointId: string) => void;
};

/** Why the call is allowed, or why not, and what has to be said in it. */
export function CallPermit({ brief, refused, said, onSaid, onEvidence }: Props) {
  const { t } = useTranslation("call-queue");
  const refusal = refusalOf(refused, brief.decision);
  const decision = refusal ?? brief.decision;
  const duties = useGateText().duties(decision);
  return (
    <>
      <h2 className={classes.heading}>{t(decision.verdict === "allow" ? "call.why" : "call.whyNot")}</h2>
      <GateBox brief={brief} decision={decision} onEvidence={onEvidence} />
      {refused !== null && !refusal && <ProblemAlert error={refused} />}
      {duties.length > 0 && (
        <>
          <h2 className={classes.heading}>{t("gate:say")}</h2>
          <Stack gap={6}>
            {duties.map(({ id, text, citation }) => (
              <Checkbox
                key={id}
                size="xs"
                label={text}
                description={citation}
                checked={said.includes(id)}
                onChange={() => onSaid(id)}
              />
            ))}
          </Stack>
        </>
      )}
    </>
  );
}

const Refusal = z.object({
  verdict: z.enum(["defer", "deny"]),
  until: z.string().nullable().default(null),
  rules: GateDecision.shape.rules,
  missing: GateDecision.shape.missing,
});

/** The gate's no at the moment of dialling, which may be another than the brief's. */
function refusalOf(error: unknown, before: GateDecision): GateDecision | undefined {
  if (!isRequestError(error) || error.code !== "call_not_allowed") return undefined;
  const refusal = Refusal.safeParse(error.details).data;
  return refusal ? { ...before, ...refusal, obligations: [] } : undefined;
}
