import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MatchAnswer } from "#api/contact-matches.ts";
import classes from "#web/contacts/contact.module.css";
import { AnchorLink } from "#web/ui/anchor-link.tsx";

/** "This looks like …": whom a new contact seems to be. Where only name and company agree, `children` lets one go on. */
export function LookAlikes({ match, children }: { match: MatchAnswer | undefined; children: ReactNode }) {
  const { t } = useTranslation("contacts");
  const isSomebody = match !== undefined && match.found !== "none";
  return (
    <div aria-live="polite">
      {isSomebody && (
        <div className={classes.notice}>
          <strong>{t(`alike.${match.found}`)}</strong>
          <ul className={classes.list}>
            {match.contacts.map(({ id, name, company }) => (
              <li key={id}>
                <span>
                  <AnchorLink to="/contacts/$contactId" params={{ contactId: id }}>
                    {name}
                  </AnchorLink>
                  {company && <span className={classes.soft}> {company}</span>}
                </span>
              </li>
            ))}
          </ul>
          {match.hidden > 0 && <div className={classes.soft}>{t("alike.hidden", { count: match.hidden })}</div>}
          {match.found === "perhaps" && children}
        </div>
      )}
    </div>
  );
}
