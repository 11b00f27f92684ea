import { Group, TagsInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Draft } from "#web/imports/import-draft.ts";
import { Panel } from "#web/imports/panel.tsx";
import { useSession } from "#web/platform/session.ts";

type Props = {
  draft: Draft;
  onChange: (next: Partial<Draft>) => void /** The file cannot be read without it. */;
  isNeeded: boolean;
};

/** Mail and messages do not always say which side is ours. */
export function WhoAreYou({ draft, onChange, isNeeded }: Props) {
  const { t } = useTranslation("imports");
  const { user } = useSession();
  return (
    <Panel title={t("who.title")} text={t(isNeeded ? "who.needed" : "who.text")}>
      <Group align="start" grow preventGrowOverflow={false}>
        <TextInput
          label={t("who.name")}
          description={t("who.nameHint")}
          placeholder={user.name}
          maxLength={300}
          value={draft.ownerName}
          onChange={({ currentTarget }) => onChange({ ownerName: currentTarget.value })}
        />
        <TagsInput
          label={t("who.emails")}
          description={t("who.emailsHint")}
          placeholder={user.email}
          maxTags={20}
          splitChars={[",", " ", "，", "、"]}
          acceptValueOnBlur
          value={[...draft.ownerEmails]}
          onChange={(emails) => onChange({ ownerEmails: emails.filter((email) => email.includes("@")) })}
        />
      </Group>
    </Panel>
  );
}
