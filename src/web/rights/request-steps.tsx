import { Button, Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { downloadPortable } from "#api/disclosure.ts";
import type { PersonRequest } from "#api/person-requests.ts";
import * as api from "#api/person-requests.ts";
import { download } from "#web/platform/request.ts";
import { useMay } from "#web/platform/session.ts";
import { CorrectStep } from "#web/rights/correct-step.tsx";
import { EraseStep } from "#web/rights/erase-step.tsx";
import { LinkStep } from "#web/rights/link-step.tsx";
import { RefuseStep } from "#web/rights/refuse-step.tsx";
import { TextStep } from "#web/rights/text-step.tsx";
import { useStep } from "#web/rights/use-requests.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** What may be done next, in the order in which it is usually done. */
export function RequestSteps({ request }: { request: PersonRequest }) {
  const { t } = useTranslation("rights");
  const mayAnswer = useMay("rights:answer");
  const { id, steps, acknowledgeBy, acknowledgedAt, contact } = request;
  if (!mayAnswer) return null;
  return (
    <Stack gap="md">
      {!contact && <LinkStep id={id} />}
      {acknowledgeBy && !acknowledgedAt && (
        <PlainStep id={id} step={api.acknowledgeRequest} label={t("step.acknowledge")} />
      )}
      {steps.includes("check_identity") && (
        <TextStep
          label={t("step.identityHow")}
          button={t("step.identity")}
          step={api.checkIdentity}
          input={(how) => ({ id, how })}
        />
      )}
      {steps.includes("start") && <PlainStep id={id} step={api.startRequest} label={t("step.start")} />}
      {steps.includes("carry_out") && <CarryOut request={request} />}
      {steps.includes("answer") && request.kind !== "erasure" && (
        <TextStep
          label={t("step.answerWords")}
          button={t("step.answer")}
          step={api.answerRequest}
          input={(answer) => ({ id, answer })}
        />
      )}
      {steps.includes("extend") && (
        <TextStep
          label={t("step.extendReason")}
          button={t("step.extend")}
          step={api.extendRequest}
          input={(reason) => ({ id, reason })}
        />
      )}
      {steps.includes("refuse") && <RefuseStep id={id} />}
    </Stack>
  );
}

function CarryOut({ request }: { request: PersonRequest }) {
  const { t } = useTranslation("rights");
  const { id, kind, contact } = request;
  if (!contact) return null;
  const params = { contactId: contact.id };
  switch (kind) {
    case "access":
      return (
        <Group>
          <LinkButton to="/contacts/$contactId/disclosure" params={params}>
            {t("step.access")}
          </LinkButton>
        </Group>
      );
    case "portability":
      return (
        <Group>
          <Button onClick={() => void download(downloadPortable, { id: contact.id })}>{t("step.portable")}</Button>
        </Group>
      );
    case "objection":
      return <PlainStep id={id} step={api.objectForPerson} label={t("step.object")} />;
    case "restriction":
      return <PlainStep id={id} step={api.restrictPerson} label={t("step.restrict")} />;
    case "correction":
      return <CorrectStep id={id} />;
    case "erasure":
      return <EraseStep id={id} name={contact.name} />;
    default:
      return null;
  }
}

type PlainProps = {
  id: string;
  step: typeof api.acknowledgeRequest | typeof api.objectForPerson;
  label: string;
};

function PlainStep({ id, step, label }: PlainProps) {
  const move = useStep(step);
  return (
    <div>
      <Button variant="default" loading={move.isPending} onClick={() => move.mutate({ id })}>
        {label}
      </Button>
      {move.error && <ProblemAlert error={move.error} />}
    </div>
  );
}
