import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import classes from "#web/contacts/contact.module.css";
import { Panel } from "#web/contacts/panel.tsx";
import { useCustomFields } from "#web/contacts/use-custom-fields.ts";
import { LocalTime } from "#web/ui/local-time.tsx";

/** What the gate asks of a person, what is unknown and how that is taken, and the workspace's own fields. */
export function FactsPanel({ contact }: { contact: Contact }) {
  const { t, i18n } = useTranslation("contacts");
  const { audience, timeZone, placeBasis, provenance, provenanceNote, language, profile, tags, notes } = contact;
  return (
    <Panel title={t("fact.title")}>
      <dl className={classes.facts}>
        <Fact name="audience" unknown={t("fact.audienceUnknown")}>
          {audience && t(`audience.${audience}`)}
        </Fact>
        <Fact name="place" unknown={t("fact.placeUnknown")}>
          {placeOf(contact, i18n.language)}
        </Fact>
        <Fact name="placeBasis" unknown={t("fact.basisUnknown")}>
          {placeBasis && t(`basis.${placeBasis}`)}
        </Fact>
        <Fact name="timeZone" unknown={t("fact.zoneUnknown")}>
          {timeZone}
        </Fact>
        <Fact name="provenance" unknown={t("fact.unknown")}>
          {t(`provenance.${provenance}`)}
          {provenanceNote && `: ${provenanceNote}`}
          {provenance === "list" && <div className={classes.soft}>{t("fact.listWhy")}</div>}
        </Fact>
        {language && <Fact name="language">{language}</Fact>}
        {profile !== "default" && <Fact name="profile">{profile}</Fact>}
        {tags.length > 0 && <Fact name="tags">{tags.join(", ")}</Fact>}
        <CustomFacts contact={contact} />
        {notes && <Fact name="notes">{notes}</Fact>}
        <Fact name="created">
          <LocalTime at={contact.createdAt} />
        </Fact>
        <Fact name="updated">
          <LocalTime at={contact.updatedAt} />
        </Fact>
      </dl>
    </Panel>
  );
}

function Fact({ name, unknown, children }: { name: string; unknown?: string; children: ReactNode }) {
  const { t } = useTranslation("contacts");
  return (
    <>
      <dt>{t(`fact.${name}`)}</dt>
      <dd>{children || <span className={classes.unknown}>{unknown}</span>}</dd>
    </>
  );
}

function placeOf({ place, region, postalCode, country }: Contact, language: string): string {
  const countryName = country && new Intl.DisplayNames([language], { type: "region" }).of(country);
  return [[postalCode, place].filter(Boolean).join(" "), region, countryName].filter(Boolean).join(", ");
}

function CustomFacts({ contact: { custom } }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const { all } = useCustomFields();
  const known = all.filter(({ key }) => custom[key] !== undefined && custom[key] !== "");
  return known.map(({ key, label }) => {
    const value = custom[key];
    return (
      <div key={key} style={{ display: "contents" }}>
        <dt>{label}</dt>
        <dd>{typeof value === "boolean" ? t(value ? "yes" : "no") : String(value)}</dd>
      </div>
    );
  });
}
