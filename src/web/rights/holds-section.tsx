import { Button, Group, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LegalHold, liftHold, listHolds, placeHold } from "#api/disclosure.ts";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import { request } from "#web/platform/request.ts";
import { useMay } from "#web/platform/session.ts";
import classes from "#web/rights/rights.module.css";
import { PagedList } from "#web/team/paged-list.tsx";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";
import { usePages } from "#web/ui/use-pages.ts";

const holdsKey = ["legal-holds"];

/** With whom there is a dispute: nothing of them is erased. */
export function HoldsSection() {
  const { t } = useTranslation("rights");
  const mayAnswer = useMay("rights:answer");
  const pages = usePages(holdsKey, (cursor) => request(listHolds, { limit: 50, ...(cursor && { cursor }) }));
  return (
    <Section title={t("holds.title")} text={t("holds.text")}>
      <PagedList pages={pages} empty={t("holds.none")}>
        {(items) => (
          <ul className={classes.history}>
            {items.map((hold) => (
              <Hold key={hold.id} hold={hold} mayLift={mayAnswer} />
            ))}
          </ul>
        )}
      </PagedList>
      {mayAnswer && <NewHold />}
    </Section>
  );
}

function Hold({ hold, mayLift }: { hold: LegalHold; mayLift: boolean }) {
  const { t } = useTranslation("rights");
  const queryClient = useQueryClient();
  const { id, contact, reason, placedAt, liftedAt } = hold;
  const lift = useMutation({
    mutationFn: () => request(liftHold, { id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: holdsKey }),
  });
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <AnchorLink to="/contacts/$contactId" params={{ contactId: contact.id }}>
            {contact.name}
          </AnchorLink>
          <Text size="sm">{reason}</Text>
          <Text size="sm" className={classes.faint ?? ""}>
            <LocalTime at={placedAt} />
            {liftedAt && `, ${t("holds.over")}`}
          </Text>
        </div>
        {mayLift && !liftedAt && (
          <Button size="xs" variant="default" loading={lift.isPending} onClick={() => lift.mutate()}>
            {t("holds.lift")}
          </Button>
        )}
      </Group>
      {lift.error && <ProblemAlert error={lift.error} />}
    </li>
  );
}

function NewHold() {
  const { t } = useTranslation("rights");
  const queryClient = useQueryClient();
  const [contactId, setContactId] = useState<string>();
  const [reason, setReason] = useState("");
  const place = useMutation({
    mutationFn: () => request(placeHold, { contactId: contactId ?? "", reason }),
    onSuccess: () => {
      setContactId(undefined);
      setReason("");
      return queryClient.invalidateQueries({ queryKey: holdsKey });
    },
  });
  return (
    <>
      <Group align="end" gap="sm">
        <ContactSelect label={t("new.contact")} value={contactId} onChange={setContactId} />
        <TextInput
          label={t("holds.reason")}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!contactId || reason.trim().length < 3}
          loading={place.isPending}
          onClick={() => place.mutate()}
        >
          {t("holds.place")}
        </Button>
      </Group>
      {place.error && <ProblemAlert error={place.error} />}
    </>
  );
}
