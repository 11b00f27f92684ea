import * as api from "#api/contact-views.ts";
import { changeView } from "#server/contact-views/change-view.ts";
import { deleteView } from "#server/contact-views/delete-view.ts";
import { listViews } from "#server/contact-views/list-views.ts";
import { saveView } from "#server/contact-views/save-view.ts";
import { type Route, route } from "#server/platform/routing.ts";

export const contactViewRoutes: readonly Route[] = [
  route(api.listViews, "contacts:read", listViews),
  route(api.saveView, "contacts:read", saveView),
  route(api.changeView, "contacts:read", changeView),
  route(api.deleteView, "contacts:read", deleteView),
];
