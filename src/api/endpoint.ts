import { z } from "zod";
import type { ErrorCode } from "#domain/errors.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One thing that the HTTP API can do. The input is one object: fields named in the path come from the path,
 * the others from the query (GET, DELETE) or from the JSON body.
 */
export type Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  /** What programs call it by; stays when the path or the use-case is renamed. */
  name: string;
  method: Method;
  path: `/api/v1/${string}`;
  summary: string;
  input: Input;
  output: Output;
  /** The request's body is a file, given to the use-case as `input.body`, a stream of bytes; other fields come from the query. */
  body?: "bytes";
  /** The answer is a file, or a stream of server-sent events of the output's shape, not JSON. */
  answer?: "file" | "events";
  /** The answer holds a key or a link: it is given once, and kept nowhere. */
  secret?: true;
  /** Asked again with the same Idempotency-Key it is done again, because the answer may have become another. */
  anew?: true;
  /** What this endpoint may refuse beyond what every one does: bad input, no permission, nothing there. */
  refusals?: readonly ErrorCode[];
};

export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return definition;
}

/** What a use-case gives for an endpoint whose answer is a file. */
export type FileAnswer = { fileName: string; contentType: string; stream: ReadableStream<Uint8Array> };
export const FileAnswer = z.custom<FileAnswer>();

/** The body of an endpoint that takes a file. */
export const Bytes = z.custom<ReadableStream<Uint8Array>>();

export const Nothing = z.object({});

/** A page of a list: pass `nextCursor` back as `cursor`; null where the list ends. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

const pageSizeMax = 200;

export const PageInput = z.object({
  limit: z.coerce.number().int().min(1).max(pageSizeMax).default(50),
  cursor: z.string().max(1000).optional(),
});
