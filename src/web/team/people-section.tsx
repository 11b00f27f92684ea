import { Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { InvitationsList } from "#web/team/invitations-list.tsx";
import { InviteForm } from "#web/team/invite-form.tsx";
import { MembersTable } from "#web/team/members-table.tsx";
import { PagedList } from "#web/team/paged-list.tsx";
import { Refusal } from "#web/team/refusal.tsx";
import { SecretDialog } from "#web/team/secret-dialog.tsx";
import { useManagePeople, useMembers } from "#web/team/use-people.ts";
import { useTeams } from "#web/team/use-teams.ts";
import { Section } from "#web/ui/section.tsx";

/** Who belongs to the workspace, with which role and in which team; who is invited. */
export function PeopleSection() {
  const { t } = useTranslation("team");
  const [showsDeactivated, setShowsDeactivated] = useState(false);
  const members = useMembers(showsDeactivated);
  const people = useManagePeople();
  const teams = useTeams().items;
  const link = people.makeLink.data?.path;
  return (
    <>
      <Section title={t("invite.title")} text={t("invite.text")}>
        <InviteForm teams={teams} invite={people.invite} />
        <InvitationsList revoke={people.revoke} />
      </Section>
      <Section title={t("people.title")}>
        <Switch
          label={t("people.deactivated")}
          checked={showsDeactivated}
          onChange={(event) => setShowsDeactivated(event.currentTarget.checked)}
        />
        <Refusal error={people.change.error ?? people.deactivate.error ?? people.makeLink.error} />
        <PagedList pages={members} empty={t("people.none")}>
          {(items) => <MembersTable members={items} teams={teams} people={people} />}
        </PagedList>
      </Section>
      <SecretDialog
        title={t("passwordLink.title")}
        text={t("passwordLink.text")}
        secret={link && window.location.origin + link}
        onClose={people.makeLink.reset}
      />
    </>
  );
}
