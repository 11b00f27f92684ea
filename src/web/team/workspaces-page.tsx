import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { chooseWorkspace } from "#api/account.ts";
import { request } from "#web/platform/request.ts";
import { sessionQuery } from "#web/platform/session.ts";
import { signOut } from "#web/platform/sign-out.ts";
import { PublicPage } from "#web/team/public-page.tsx";
import { Refusal } from "#web/team/refusal.tsx";

/** For people of several workspaces: where to work now. For people of none: what to do. */
export function WorkspacesPage() {
  const { t } = useTranslation("team");
  const { workspaces, user } = useSuspenseQuery(sessionQuery).data;
  const choose = useMutation({
    mutationFn: (slug: string) => request(chooseWorkspace, { slug }),
    onSuccess: () => window.location.assign("/"),
  });
  const isAlone = workspaces.length === 0;
  return (
    <PublicPage title={t("workspaces.title")} text={t(isAlone ? "workspaces.none" : "workspaces.text")}>
      <Stack gap="xs">
        {workspaces.map(({ slug, name, role }) => (
          <Button
            key={slug}
            variant="default"
            size="md"
            justify="space-between"
            rightSection={
              <Text size="sm" c="dimmed">
                {t(`roles.${role}`)}
              </Text>
            }
            onClick={() => choose.mutate(slug)}
          >
            {name}
          </Button>
        ))}
      </Stack>
      <Refusal error={choose.error} />
      <Button variant="subtle" onClick={() => void signOut()}>
        {t("signOutAs", { email: user.email })}
      </Button>
    </PublicPage>
  );
}
