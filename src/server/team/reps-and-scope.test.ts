import { beforeAll, describe, expect, test } from "vitest";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { routes } from "#server/doors.ts";
import type { Context } from "#server/platform/context.ts";
import { clock } from "#server/platform/doors.ts";
import type { Route } from "#server/platform/routing.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, aWorkspace } from "#test/factories.ts";
import { fieldsOf, sampleInput } from "#test/sample-input.ts";
import { theApp } from "#test/sign-in.ts";

/* A rep works with her own contacts and those of nobody. No door shows her, or lets her touch, a colleague's. */

const database = testDatabase();
const now = clock();
const app = () => theApp(database, { routes, now });
const name = "Xanthippe Quillfeather";
const phone = "+12125550147";

const hers = { name: "Ottoline Brackenbury", phones: ["+12125550188"], emails: ["ottoline@bracken.example"] };

let ctx: Context;
let key: string;
let contactId: string;
let touchpointId: string;
let herContactId: string;

beforeAll(async () => {
  ctx = await aWorkspace(database, { now });
  const rep = await aMember(ctx, { role: "rep" });
  const colleague = await aMember(ctx, { role: "rep" });
  key = (await createApiKey(ctx, { name: "rep", userId: rep.userId })).key;
  const owned = { name, ownerId: colleague.userId, phones: [phone], emails: ["xanthippe@quill.example"] };
  contactId = (await aContact(as(ctx, colleague), owned)).id;
  touchpointId = (await aTouchpoint(ctx, contactId, { kind: "callback_requested", summary: name })).id;
  herContactId = (await aContact(as(ctx, rep), { ...hers, ownerId: rep.userId })).id;
  await aTouchpoint(ctx, herContactId, { kind: "callback_requested" });
  await recordSuppression(as(ctx, rep), { contactId: herContactId, kind: "complaint", words: "" });
});

const inWorkspace = routes.filter((each) => each.for === "workspace");
const nameOf = ({ endpoint }: Route) => `${endpoint.method} ${endpoint.path}`;

/** Where an endpoint says which contact it is about. */
function contactFieldOf({ endpoint }: Route): string | undefined {
  if (/^\/api\/v1\/contacts\/\{id\}/.test(endpoint.path)) return "id";
  return fieldsOf(endpoint.input).find((field) => field === "contactId");
}

/** Where a contract asks for more than a type, so that no request fails before the question is put. */
const plausible = { local: "2026-12-01T10:00", timeZone: "Etc/UTC" };

async function ask({ endpoint }: Route, given: Record<string, unknown>): Promise<Response> {
  const input = sampleInput(endpoint.input, { ...plausible, ...given });
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(input[field]);
    delete input[field];
    return value;
  });
  const isQuery = endpoint.method === "GET" || endpoint.method === "DELETE";
  const query = new URLSearchParams(isQuery ? (input as Record<string, string>) : {});
  return app().request(`${path}?${query}`, {
    method: endpoint.method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(isQuery ? {} : { body: JSON.stringify(input) }),
  });
}

/** Answers the same whether or not the contact is hers, and why that tells and changes nothing. */
const SILENT: Record<string, string> = {
  "DELETE /api/v1/reservations/{contactId}": "lets go of what one holds oneself, if anything",
  "POST /api/v1/suppressions": "anybody may record a no, about anybody",
};

const aboutOne = inWorkspace.filter((each) => contactFieldOf(each) !== undefined && !SILENT[nameOf(each)]);

describe("a colleague's contact", () => {
  test.each(aboutOne.map((each) => [nameOf(each), each] as const))("%s does not reach it", async (_name, each) => {
    const answer = await ask(each, { [contactFieldOf(each) ?? ""]: contactId });
    const text = await answer.text();

    // A list that is narrowed to one contact is simply empty.
    if (answer.status === 200) expect(JSON.parse(text)).toMatchObject({ items: [] });
    else expect([403, 404, 409, 422], text).toContain(answer.status);
    expect(text).not.toContain(name);
    expect(text).not.toContain(phone);
  });

  test.each(
    inWorkspace.filter(({ endpoint }) => endpoint.method === "GET").map((each) => [nameOf(each), each] as const),
  )("%s does not show it", async (_name, each) => {
    const search = { q: "Xanthippe", query: "Xanthippe", search: "Xanthippe", text: "Xanthippe" };
    const answer = await ask(each, { ...search, id: touchpointId });
    const text = await answer.text();

    expect(text).not.toContain(name);
    expect(text).not.toContain(phone);
  });
});

describe("her own contact, in a workspace that masks", () => {
  const reading = inWorkspace.filter(({ endpoint }) => endpoint.method === "GET" && endpoint.answer !== "file");

  test.each(reading.map((each) => [nameOf(each), each] as const))(
    "%s shows no number or address in full",
    async (_name, each) => {
      const field = contactFieldOf(each);
      const answer = await ask(each, { q: "Ottoline", query: "Ottoline", ...(field ? { [field]: herContactId } : {}) });
      const text = await answer.text();

      expect(text).not.toContain(hers.phones[0]);
      expect(text).not.toContain(hers.emails[0]);
    },
  );

  test("a no that she records gives away no number either, whoever's contact it is about", async () => {
    const stop = routes.find(({ endpoint }) => endpoint.path === "/api/v1/suppressions" && endpoint.method === "POST");
    if (!stop) throw new Error("the route is gone");
    const text = await (await ask(stop, { contactId })).text();

    expect(text).toContain("suppression");
    expect(text).not.toContain(phone);
  });
});

test("there are routes about one contact, so that the tests above test something", () => {
  expect(aboutOne.length).toBeGreaterThan(0);
});
