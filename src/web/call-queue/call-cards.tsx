import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Brief } from "#api/brief.ts";
import classes from "#web/call-queue/call.module.css";
import { findObjections } from "#web/call-queue/find-objections.ts";
import { Segments } from "#web/call-queue/segments.tsx";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";

type Props = { brief: Brief; onEvidence: (touchpointId: string) => void };

const searchId = "objection-search";

/** What to answer, what helps and what proves it, and what to say to a machine or to somebody else. */
export function CallCards({ brief, onEvidence }: Props) {
  const { t } = useTranslation("call-queue");
  const [words, setWords] = useState("");
  const { objections, values, voicemail, gatekeeper, language } = brief.playbook;
  const found = findObjections(objections, words);
  const search = () => document.getElementById(searchId)?.focus();
  useCommands([{ id: "objections", label: t("call.ifTheySay"), keys: "/", run: search }]);
  return (
    <>
      <h2 className={classes.heading}>{t("call.ifTheySay")}</h2>
      <TextInput
        id={searchId}
        type="search"
        aria-label={t("call.ifTheySay")}
        placeholder={t("call.objectionHint")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        rightSection={<KeyHint keys="/" />}
        mb="xs"
      />
      <div aria-live="polite" lang={language}>
        {found.map(({ id, says, answer, evidence }) => (
          <div key={id} className={classes.card}>
            <strong>“{says}”</strong>
            {answer}
            {evidence && <small>{evidence}</small>}
          </div>
        ))}
        {found.length === 0 && words && <p className={classes.none}>{t("call.objectionNone")}</p>}
      </div>
      {values.length > 0 && (
        <>
          <h2 className={classes.heading}>{t("call.valueMap")}</h2>
          {values.map(({ need, help, proof }) => (
            <div key={need} className={classes.card} lang={language}>
              <strong>
                {need} → {help}
              </strong>
              {proof}
            </div>
          ))}
        </>
      )}
      {voicemail.length > 0 && (
        <details className={classes.more}>
          <summary>{t("call.voicemail")}</summary>
          <p lang={language}>
            <Segments segments={voicemail} onEvidence={onEvidence} />
          </p>
        </details>
      )}
      {gatekeeper.length > 0 && (
        <details className={classes.more}>
          <summary>{t("call.gatekeeper")}</summary>
          <p lang={language}>
            <Segments segments={gatekeeper} onEvidence={onEvidence} />
          </p>
        </details>
      )}
    </>
  );
}
