import * as api from "#api/playbooks.ts";
import { type Route, route } from "#server/platform/routing.ts";
import { getPlaybook } from "#server/playbooks/get-playbook.ts";
import { listPlaybooks } from "#server/playbooks/list-playbooks.ts";
import { restorePlaybook, savePlaybook } from "#server/playbooks/save-playbook.ts";

export const playbookRoutes: readonly Route[] = [
  route(api.listPlaybooks, "workspace:read", listPlaybooks),
  route(api.getPlaybook, "workspace:read", getPlaybook),
  route(api.savePlaybook, "playbooks:write", savePlaybook),
  route(api.restorePlaybook, "playbooks:write", restorePlaybook),
];
