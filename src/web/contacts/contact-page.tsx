import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import { AccountPanel } from "#web/contacts/account-panel.tsx";
import { CallsPanel } from "#web/contacts/calls-panel.tsx";
import classes from "#web/contacts/contact.module.css";
import { ContactHeader } from "#web/contacts/contact-header.tsx";
import { FactsPanel } from "#web/contacts/facts-panel.tsx";
import { MergedPanel } from "#web/contacts/merged-panel.tsx";
import { PermissionsPanel } from "#web/contacts/permissions-panel.tsx";
import { PointsPanel } from "#web/contacts/points-panel.tsx";
import { TasksPanel } from "#web/contacts/tasks-panel.tsx";
import { Timeline } from "#web/contacts/timeline.tsx";
import { useContact } from "#web/contacts/use-contact.ts";
import { WarmthPanel } from "#web/contacts/warmth-panel.tsx";
import { useMay } from "#web/platform/session.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/contacts/$contactId");

/** One person: how warm and why, what happened, what is known, what is allowed. */
export function ContactPage() {
  const { t } = useTranslation("contacts");
  const { contactId } = route.useParams();
  const navigate = useNavigate();
  const { data: contact, error, isPending, refetch } = useContact(contactId);
  const survivorId = contact?.id;
  useEffect(() => {
    if (survivorId && survivorId !== contactId) {
      void navigate({ to: "/contacts/$contactId", params: { contactId: survivorId }, replace: true });
    }
  }, [survivorId, contactId, navigate]);

  if (error) {
    return (
      <Page maxWidth={640}>
        <ProblemAlert error={error} onRetry={() => void refetch()} />
        <LinkButton to="/contacts" variant="default" mt="md">
          {t("backToList")}
        </LinkButton>
      </Page>
    );
  }
  if (isPending) {
    return (
      <Page maxWidth={1280}>
        <Loading rows={6} height={90} />
      </Page>
    );
  }
  return <Person key={contact.id} contact={contact} />;
}

function Person({ contact }: { contact: Contact }) {
  const [evidenceOf, setEvidenceOf] = useState<string>();
  const maySeeTasks = useMay("calls:make");
  return (
    <Page maxWidth={1280}>
      <ContactHeader contact={contact} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <WarmthPanel contact={contact} onEvidence={setEvidenceOf} />
          <Timeline contact={contact} evidenceOf={evidenceOf} onEvidence={setEvidenceOf} />
          <CallsPanel contactId={contact.id} />
        </div>
        <div className={classes.side}>
          <PointsPanel contact={contact} />
          <PermissionsPanel contact={contact} />
          {contact.account && <AccountPanel contact={contact} account={contact.account} />}
          {maySeeTasks && <TasksPanel contact={contact} />}
          <FactsPanel contact={contact} />
          <MergedPanel contact={contact} />
        </div>
      </div>
    </Page>
  );
}
