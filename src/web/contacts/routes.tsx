import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { ContactSearch } from "#web/contacts/contact-search.ts";
import { frameRoute } from "#web/platform/root-route.tsx";

const contactsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/contacts",
  validateSearch: ContactSearch,
  component: lazyRouteComponent(() => import("#web/contacts/contacts-page.tsx"), "ContactsPage"),
});

const newContactRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/contacts/new",
  validateSearch: z.object({ company: z.string().max(300).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("#web/contacts/new-contact-page.tsx"), "NewContactPage"),
});

const contactRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/contacts/$contactId",
  component: lazyRouteComponent(() => import("#web/contacts/contact-page.tsx"), "ContactPage"),
});

const editContactRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/contacts/$contactId/edit",
  component: lazyRouteComponent(() => import("#web/contacts/edit-contact-page.tsx"), "EditContactPage"),
});

export const contactRoutes = [contactsRoute, newContactRoute, contactRoute, editContactRoute] as const;
