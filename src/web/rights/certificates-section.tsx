import { useTranslation } from "react-i18next";
import { listCertificates } from "#api/disclosure.ts";
import { request } from "#web/platform/request.ts";
import { useMay } from "#web/platform/session.ts";
import { AdmitForm } from "#web/rights/admit-form.tsx";
import classes from "#web/rights/rights.module.css";
import { PagedList } from "#web/team/paged-list.tsx";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { Section } from "#web/ui/section.tsx";
import { usePages } from "#web/ui/use-pages.ts";

/** Whom nobody can name any more. */
export function CertificatesSection() {
  const { t } = useTranslation("rights");
  const mayAnswer = useMay("rights:answer");
  const pages = usePages(["erasure-certificates", "list"], (cursor) =>
    request(listCertificates, { limit: 20, ...(cursor && { cursor }) }),
  );
  return (
    <Section title={t("reports.certificates")}>
      <PagedList pages={pages} empty={t("reports.noCertificates")}>
        {(items) => (
          <ul className={classes.history}>
            {items.map(({ id, erasedAt, because }) => (
              <li key={id}>
                <AnchorLink to="/compliance/certificates/$certificateId" params={{ certificateId: id }}>
                  <LocalTime at={erasedAt} />
                </AnchorLink>{" "}
                <span className={classes.faint}>{t(`reports.because.${because}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {mayAnswer && <AdmitForm />}
    </Section>
  );
}
