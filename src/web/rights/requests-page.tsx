import { Button, SegmentedControl } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonRequest } from "#api/person-requests.ts";
import { useMay } from "#web/platform/session.ts";
import { Due } from "#web/rights/due.tsx";
import { NewRequestDialog } from "#web/rights/new-request-dialog.tsx";
import classes from "#web/rights/rights.module.css";
import { useRequests } from "#web/rights/use-requests.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/requests");

/** What persons ask, by the last day for the answer. */
export function RequestsPage() {
  const { t } = useTranslation("rights");
  const { state = "open", of } = route.useSearch();
  const navigate = route.useNavigate();
  const mayRecord = useMay("rights:record");
  const [isOpen, setOpen] = useState(of !== undefined);
  const list = useRequests(state);
  const take = mayRecord && <Button onClick={() => setOpen(true)}>{t("new.open")}</Button>;
  return (
    <>
      <SectionHead title={t("title")} text={t("summary")}>
        {take}
      </SectionHead>
      <SegmentedControl
        mb="sm"
        aria-label={t("tabs")}
        value={state}
        onChange={(next) => void navigate({ search: next === "closed" ? { state: "closed" } : {} })}
        data={[
          { value: "open", label: t("open") },
          { value: "closed", label: t("closed") },
        ]}
      />
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading rows={4} height={64} />}
      {list.isSuccess && list.items.length === 0 && state === "open" && (
        <EmptyState title={t("none.title")} text={t("none.text")}>
          {take}
        </EmptyState>
      )}
      {list.isSuccess && list.items.length === 0 && state === "closed" && <p>{t("noneClosed")}</p>}
      <ul className={classes.list}>
        {list.items.map((request) => (
          <li key={request.id}>
            <Row request={request} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" size="xs" onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <NewRequestDialog contactId={of} opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

function Row({ request }: { request: PersonRequest }) {
  const { t } = useTranslation("rights");
  const { id, kind, state, law, country } = request;
  return (
    <Link to="/compliance/requests/$requestId" params={{ requestId: id }} className={classes.row}>
      <div>
        <strong>{t(`kind.${kind}`)}</strong>
        <div>{useWhose(request)}</div>
      </div>
      <div>
        <div>{t(`state.${state}`)}</div>
        <div className={classes.faint}>{[law.citation, country].filter(Boolean).join(" · ")}</div>
      </div>
      <div>
        <Due request={request} />
      </div>
    </Link>
  );
}

/** Who asks, as far as anybody knows. */
export function useWhose({ contact, requester, certificateId }: PersonRequest): string {
  const { t } = useTranslation("rights");
  if (contact) return contact.name;
  if (certificateId) return t("erasedPerson");
  return requester || t("unknownPerson");
}
