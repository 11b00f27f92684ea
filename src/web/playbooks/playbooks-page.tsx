import { Button, Group, Menu, Select, Text } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlaybookAnswer } from "#api/playbooks.ts";
import { Language } from "#api/settings.ts";
import { useDates } from "#web/platform/dates.ts";
import { languageNames } from "#web/platform/languages.ts";
import { useMay } from "#web/platform/session.ts";
import { NewProfileDialog } from "#web/playbooks/new-profile-dialog.tsx";
import { PlaybookEditor } from "#web/playbooks/playbook-editor.tsx";
import { usePlaybook, usePlaybooks } from "#web/playbooks/use-playbook.ts";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/playbooks");
const defaultProfile = "default";

/** What reps say and ask, by profile and language; managers write it, everybody may read it. */
export function PlaybooksPage() {
  const { t, i18n } = useTranslation("playbooks");
  const navigate = useNavigate();
  const search = route.useSearch();
  const profile = search.profile ?? defaultProfile;
  const language = search.language ?? Language.catch("en").parse(i18n.language);
  const { query, save, restore } = usePlaybook({ profile, language }, search.version);
  const list = usePlaybooks();
  const mayWrite = useMay("playbooks:write");
  const [isNaming, setNaming] = useState(false);
  const profiles = [...new Set([defaultProfile, profile, ...(list.data?.items ?? []).map((each) => each.profile)])];
  const open = (next: typeof search) => void navigate({ to: "/playbooks", search: { profile, language, ...next } });
  const newest = query.data?.versions[0]?.version ?? 0;
  const isOld = query.data !== undefined && query.data.playbook.version !== newest;

  return (
    <Page maxWidth={900}>
      <PageHeader title={t("title")} summary={t("summary")}>
        {query.data && <Versions answer={query.data} onChoose={(version) => open({ version })} />}
      </PageHeader>
      <Group align="end" gap="xs" mb="md">
        <Select
          label={t("profile")}
          allowDeselect={false}
          value={profile}
          data={profiles.map((value) => ({ value, label: value === defaultProfile ? t("everybody") : value }))}
          onChange={(next) => next && open({ profile: next, version: undefined })}
        />
        <Select
          label={t("language")}
          allowDeselect={false}
          value={language}
          data={Language.options.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(next) => open({ language: Language.catch(language).parse(next), version: undefined })}
        />
        {mayWrite && (
          <Button variant="default" onClick={() => setNaming(true)}>
            {t("newProfile.open")}
          </Button>
        )}
      </Group>
      {!mayWrite && <Text mb="md">{t("readOnly")}</Text>}
      {isOld && (
        <OldVersion
          version={query.data.playbook.version}
          newest={newest}
          restore={restore}
          onRestored={() => open({ version: undefined })}
        />
      )}
      {(query.error ?? restore.error) && (
        <ProblemAlert error={query.error ?? restore.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <Loading />}
      {query.data && (
        <PlaybookEditor
          key={`${profile} ${language} ${query.data.playbook.version}`}
          playbook={query.data.playbook}
          save={save}
          isReadOnly={!mayWrite || isOld}
        />
      )}
      <NewProfileDialog
        opened={isNaming}
        onClose={() => setNaming(false)}
        onCreate={(name) => open({ profile: name, version: undefined })}
      />
    </Page>
  );
}

type OldVersionProps = {
  version: number;
  newest: number;
  restore: ReturnType<typeof usePlaybook>["restore"];
  onRestored: () => void;
};

function OldVersion({ version, newest, restore, onRestored }: OldVersionProps) {
  const { t } = useTranslation("playbooks");
  const mayWrite = useMay("playbooks:write");
  return (
    <Group mb="md" gap="xs" role="status">
      <Text>{t("older", { version, newest })}</Text>
      {mayWrite && (
        <Button
          size="compact-sm"
          loading={restore.isPending}
          onClick={() => restore.mutate(version, { onSuccess: onRestored })}
        >
          {t("restore")}
        </Button>
      )}
    </Group>
  );
}

function Versions({ answer, onChoose }: { answer: PlaybookAnswer; onChoose: (version: number) => void }) {
  const { t } = useTranslation("playbooks");
  const dates = useDates();
  const { playbook, versions } = answer;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="default">{t("version", { version: playbook.version })}</Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {versions.map(({ version, savedAt, savedBy }) => (
          <Menu.Item key={version} onClick={() => onChoose(version)}>
            {t("version", { version })}
            <Text size="xs" c="dimmed">
              {savedAt ? [dates.dateTime(savedAt), savedBy?.name].filter(Boolean).join(" · ") : t("default")}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
