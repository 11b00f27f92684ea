import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Attempt, listAttempts } from "#api/attempts.ts";
import classes from "#web/contacts/contact.module.css";
import { Panel } from "#web/contacts/panel.tsx";
import { request } from "#web/platform/request.ts";
import { LocalTime } from "#web/ui/local-time.tsx";

const callsPerPage = 10;

/** Every try to reach the person by phone, also those that came to nothing. */
export function CallsPanel({ contactId }: { contactId: string }) {
  const { t } = useTranslation("contacts");
  const calls = useInfiniteQuery({
    queryKey: ["contacts", "calls", contactId],
    queryFn: ({ pageParam, signal }) =>
      request(listAttempts, { contactId, limit: callsPerPage, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const attempts = (calls.data?.pages ?? []).flatMap(({ items }) => items);
  if (attempts.length === 0) return null;
  return (
    <Panel title={t("calls.title")}>
      <ul className={classes.list}>
        {attempts.map((attempt) => (
          <Call key={attempt.id} attempt={attempt} />
        ))}
      </ul>
      {calls.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="xs"
          loading={calls.isFetchingNextPage}
          onClick={() => void calls.fetchNextPage()}
        >
          {t("calls.more")}
        </Button>
      )}
    </Panel>
  );
}

function Call({ attempt: { startedAt, user, outcome, origin } }: { attempt: Attempt }) {
  const { t } = useTranslation("contacts");
  return (
    <li>
      <div>
        <strong>{outcome ? t(`call-queue:outcome.${outcome.outcome}`) : t("calls.open")}</strong>
        {outcome?.note && <div>{outcome.note}</div>}
        {outcome?.answers.map(({ question, answer }) => (
          <div key={question} className={classes.soft}>
            {question} {answer}
          </div>
        ))}
        {outcome?.said.map(({ id, text }) => (
          <div key={id} className={classes.soft}>
            ✓ {t(`gate:obligation.${id}`, { defaultValue: text })}
          </div>
        ))}
        <div className={classes.faint}>
          {user.name}
          {origin === "logged" && ` · ${t("calls.logged")}`}
        </div>
      </div>
      <span className={classes.soft}>
        <LocalTime at={startedAt} />
      </span>
    </li>
  );
}
