import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { linkRequest } from "#api/person-requests.ts";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import { useStep } from "#web/rights/use-requests.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Says whom the request is about. */
export function LinkStep({ id }: { id: string }) {
  const { t } = useTranslation("rights");
  const [contactId, setContactId] = useState<string>();
  const link = useStep(linkRequest);
  return (
    <div>
      <ContactSelect label={t("new.contact")} value={contactId} onChange={setContactId} />
      <Group mt={6}>
        <Button
          variant="default"
          disabled={!contactId}
          loading={link.isPending}
          onClick={() => contactId && link.mutate({ id, contactId })}
        >
          {t("step.link")}
        </Button>
      </Group>
      {link.error && <ProblemAlert error={link.error} />}
    </div>
  );
}
