import type { Page } from "playwright-core";

type Listed = { items: { id: string }[] };
type Contact = { points: { id: string; kind: string }[] };

/**
 * Says of every number that it is a line of an office. Of a number that may be a mobile the law of the United States
 * wants a fresh copy of the do-not-call list, also where a business has it.
 */
export async function markOfficeLines(page: Page, url: string): Promise<void> {
  const { items } = (await (await page.request.get("/api/v1/contacts")).json()) as Listed;
  for (const { id } of items) {
    const { points } = (await (await page.request.get(`/api/v1/contacts/${id}`)).json()) as Contact;
    for (const point of points.filter(({ kind }) => kind === "phone")) {
      const change = { data: { line: "landline" }, headers: { origin: url } };
      await page.request.patch(`/api/v1/contacts/${id}/points/${point.id}`, change);
    }
  }
}
