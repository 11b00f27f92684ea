import { z } from "zod";
import { ContactRow } from "#api/contacts.ts";
import { endpoint, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { Temperature } from "#api/queue.ts";
import { Country } from "#api/settings.ts";

const AccountWarmth = z.object({
  people: z.number().int(),
  hot: z.number().int(),
  warm: z.number().int(),
  cold: z.number().int(),
  /** The temperature of its warmest person. */
  temperature: Temperature,
  lastTouchAt: Instant.nullable(),
});

const AccountFacts = z.object({
  name: z.string().trim().min(1).max(300),
  domain: z.string().trim().toLowerCase().max(253).nullable(),
  country: Country.nullable(),
  region: z.string().trim().max(10).nullable(),
  place: z.string().trim().max(200).nullable(),
});

export const AccountRow = AccountWarmth.extend({ id: z.uuid(), ...AccountFacts.shape });
export type AccountRow = z.output<typeof AccountRow>;

/** What happened last with the people of an account, the newest first. */
export const AccountTouch = z.object({
  touchpointId: z.uuid(),
  /** Null, with an empty name, for somebody who is not within the reader's reach. */
  contactId: z.uuid().nullable(),
  /** Who looks after this person. */
  ownerName: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  summary: z.string(),
  at: Instant,
});
export type AccountTouch = z.output<typeof AccountTouch>;

export const Account = AccountRow.extend({
  persons: z.array(ContactRow),
  /** People of the account who are not within the reader's reach. */
  hidden: z.number().int(),
  touches: z.array(AccountTouch),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Account = z.output<typeof Account>;

export const listAccounts = endpoint({
  name: "listAccounts",
  method: "GET",
  path: "/api/v1/accounts",
  summary: "Accounts by name, with the warmth of their people",
  input: PageInput.extend({ q: z.string().trim().max(200).optional() }),
  output: pageOf(AccountRow),
});

export const getAccount = endpoint({
  name: "getAccount",
  method: "GET",
  path: "/api/v1/accounts/{id}",
  summary: "One account with its people and what happened with them last",
  input: z.object({ id: z.uuid() }),
  output: Account,
});

export const createAccount = endpoint({
  name: "createAccount",
  method: "POST",
  path: "/api/v1/accounts",
  summary: "Add an account; refused where there is one of that name",
  input: AccountFacts.partial().extend({ name: AccountFacts.shape.name }),
  output: Account,
  refusals: ["conflict"],
});

export const updateAccount = endpoint({
  name: "updateAccount",
  method: "PATCH",
  path: "/api/v1/accounts/{id}",
  summary: "Change facts of an account; what is left out stays",
  input: AccountFacts.partial().extend({ id: z.uuid() }),
  output: Account,
  refusals: ["conflict"],
});
