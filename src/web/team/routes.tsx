import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { queryClient } from "#web/platform/query-client.ts";
import { isRequestError } from "#web/platform/request.ts";
import { frameRoute, rootRoute } from "#web/platform/root-route.tsx";
import { sessionQuery } from "#web/platform/session.ts";
import { setupQuery } from "#web/team/setup.ts";

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  beforeLoad: async () => {
    const { needed } = await queryClient.fetchQuery(setupQuery);
    if (needed) throw redirect({ href: `/welcome${window.location.hash}` });
  },
  component: lazyRouteComponent(() => import("#web/team/sign-in-page.tsx"), "SignInPage"),
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome",
  beforeLoad: async () => {
    const { needed } = await queryClient.fetchQuery(setupQuery);
    if (!needed) throw redirect({ href: "/" });
  },
  component: lazyRouteComponent(() => import("#web/team/welcome-page.tsx"), "WelcomePage"),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitation",
  component: lazyRouteComponent(() => import("#web/team/invitation-page.tsx"), "InvitationPage"),
});

const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-password",
  component: lazyRouteComponent(() => import("#web/team/set-password-page.tsx"), "SetPasswordPage"),
});

const workspacesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/workspaces",
  beforeLoad: async () => {
    try {
      await queryClient.ensureQueryData(sessionQuery);
    } catch (error) {
      if (isRequestError(error) && error.code === "sign_in_required") throw redirect({ href: "/sign-in" });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import("#web/team/workspaces-page.tsx"), "WorkspacesPage"),
});

/** Open to everybody; add them below `rootRoute`. */
export const publicTeamRoutes = [
  signInRoute,
  welcomeRoute,
  invitationRoute,
  setPasswordRoute,
  workspacesRoute,
] as const;

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("#web/team/settings-page.tsx"), "SettingsPage"),
});

const settingsHomeRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/account" });
  },
});

const accountRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("#web/team/account-section.tsx"), "AccountSection"),
});

const securityRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/security",
  component: lazyRouteComponent(() => import("#web/team/security-section.tsx"), "SecuritySection"),
});

const workspaceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/workspace",
  component: lazyRouteComponent(() => import("#web/team/workspace-section.tsx"), "WorkspaceSection"),
});

const policyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/policy",
  component: lazyRouteComponent(() => import("#web/team/policy-section.tsx"), "PolicySection"),
});

const kindsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/kinds",
  component: lazyRouteComponent(() => import("#web/contacts/kinds-section.tsx"), "KindsSection"),
});

const peopleRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/people",
  component: lazyRouteComponent(() => import("#web/team/people-section.tsx"), "PeopleSection"),
});

const teamsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/teams",
  component: lazyRouteComponent(() => import("#web/team/teams-section.tsx"), "TeamsSection"),
});

const fieldsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/fields",
  component: lazyRouteComponent(() => import("#web/contacts/custom-fields-section.tsx"), "CustomFieldsSection"),
});

const keysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/keys",
  component: lazyRouteComponent(() => import("#web/team/keys-section.tsx"), "KeysSection"),
});

const accessRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/access",
  component: lazyRouteComponent(() => import("#web/team/access-section.tsx"), "AccessSection"),
});

/** For whoever is signed in; add them below `frameRoute`. */
export const settingsRoutes = [
  settingsRoute.addChildren([
    settingsHomeRoute,
    accountRoute,
    securityRoute,
    workspaceRoute,
    policyRoute,
    kindsRoute,
    peopleRoute,
    teamsRoute,
    fieldsRoute,
    keysRoute,
    accessRoute,
  ]),
] as const;
