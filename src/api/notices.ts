import { z } from "zod";
import { endpoint, Nothing } from "#api/endpoint.ts";

/** What open screens hear of at once. It names keys and no more: whoever may see them asks again. */
export const Notice = z.object({
  /** `people_changed`: what may be done with these people is not as it was. */
  topic: z.enum(["people_changed"]),
  /** Null: so many, or nobody knows which. */
  contactIds: z.array(z.uuid()).nullable(),
});
export type Notice = z.output<typeof Notice>;

export const watchNotices = endpoint({
  name: "watchNotices",
  method: "GET",
  path: "/api/v1/notices",
  summary: "Server-sent events: what changes under open screens, such as a person who says no",
  input: Nothing,
  output: Notice,
  answer: "events",
});
