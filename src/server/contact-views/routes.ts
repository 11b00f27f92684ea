import * as api from "#api/contact-views.ts";
import { deleteView, listViews, saveView } from "#server/contact-views/saved-views.ts";
import { route } from "#server/platform/routing.ts";

export const contactViewRoutes = [
  route(api.listViews, "contacts:read", listViews),
  route(api.saveView, "contacts:read", saveView),
  route(api.deleteView, "contacts:read", deleteView),
];
