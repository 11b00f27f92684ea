import * as groups from "#api/contact-groups.ts";
import * as matches from "#api/contact-matches.ts";
import * as points from "#api/contact-points.ts";
import * as api from "#api/contacts.ts";
import { archiveContact, restoreContact } from "#server/contacts/archive-contact.ts";
import { assignContacts } from "#server/contacts/assign-contacts.ts";
import { addPoint, updatePoint } from "#server/contacts/change-points.ts";
import { createContact } from "#server/contacts/create-contact.ts";
import { getContact } from "#server/contacts/get-contact.ts";
import { listContacts } from "#server/contacts/list-contacts.ts";
import { listTags } from "#server/contacts/list-tags.ts";
import { matchContact } from "#server/contacts/match-contact.ts";
import { mergeContacts } from "#server/contacts/merge-contacts.ts";
import { revealContact } from "#server/contacts/reveal-contact.ts";
import { tagContacts } from "#server/contacts/tag-contacts.ts";
import { unmergeContacts } from "#server/contacts/unmerge-contacts.ts";
import { updateContact } from "#server/contacts/update-contact.ts";
import { route } from "#server/platform/routing.ts";

export const contactRoutes = [
  route(api.listContacts, "contacts:read", listContacts),
  route(groups.listTags, "contacts:read", listTags),
  route(matches.matchContact, "contacts:write", matchContact),
  route(groups.assignContacts, "contacts:assign", assignContacts),
  route(groups.tagContacts, "contacts:write", tagContacts),
  route(api.createContact, "contacts:write", createContact),
  route(api.getContact, "contacts:read", getContact),
  route(api.updateContact, "contacts:write", updateContact),
  route(api.archiveContact, "contacts:write", archiveContact),
  route(api.restoreContact, "contacts:write", restoreContact),
  route(points.addPoint, "contacts:write", addPoint),
  route(points.updatePoint, "contacts:write", updatePoint),
  route(points.revealContact, "numbers:reveal", revealContact),
  route(matches.mergeContacts, "contacts:merge", mergeContacts),
  route(matches.unmergeContacts, "contacts:merge", unmergeContacts),
];
