import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { GateRequest } from "#domain/gate/types.ts";
import classes from "#web/gate/gate.module.css";
import { useRequestWords } from "#web/gate/use-request-words.ts";

/** A question to the gate in words, and below them as the program put it. Numbers and addresses come masked. */
export function RequestFacts({ request }: { request: Record<string, unknown> }) {
  const { t } = useTranslation("gate");
  // The server stores and answers nothing else here; only the masks keep it from being parsed as one.
  const asked = request as unknown as GateRequest;
  const lines = useRequestWords()(asked);
  return (
    <>
      <dl className={classes.question}>
        {lines.map(({ name, texts }) => (
          <Fragment key={name}>
            <dt>{t(`fact.${name}`)}</dt>
            <dd>
              {texts.map((text) => (
                <div key={text}>{text}</div>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
      <details className={classes.more}>
        <summary>{t("fact.json")}</summary>
        <pre className={classes.json}>{JSON.stringify(request, null, 2)}</pre>
      </details>
    </>
  );
}
