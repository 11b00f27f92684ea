import type { z } from "zod";
import type { Endpoint } from "#api/endpoint.ts";
import type { Permission } from "#domain/policy.ts";
import type { Actor, Context, PersonContext } from "#server/platform/context.ts";

/** The caller as the door knows it; `actor` is absent while no workspace is chosen. */
export type Caller = { userId: string; sessionId: string | null; actor?: Actor; by: "session" | "key" };

export type Route =
  /** In a workspace, with a permission of the table in `domain/policy.ts`. */
  | {
      for: "workspace";
      access: Permission;
      endpoint: Endpoint;
      /** "own": the use-case opens its transactions itself, because it is long or talks to the network. */
      transactions: "door" | "own";
      run: (ctx: Context, input: never) => Promise<unknown>;
    }
  /** Signed in, but not yet in a workspace; or not even signed in. */
  | {
      for: "person";
      access: "signed_in" | "anyone";
      endpoint: Endpoint;
      run: (ctx: PersonContext, input: never) => Promise<unknown>;
    };

/** One row of the table of routes: contract, permission, use-case. */
export function route<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  access: Permission,
  run: (ctx: Context, input: z.output<Input>) => Promise<z.output<Output>>,
  options: { transactions?: "door" | "own" } = {},
): Route {
  return { for: "workspace", endpoint, access, transactions: options.transactions ?? "door", run };
}

/** A row for what a person does before or beside any workspace: create one, choose one, accept an invitation. */
export function personRoute<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  access: "signed_in" | "anyone",
  run: (ctx: PersonContext, input: z.output<Input>) => Promise<z.output<Output>>,
): Route {
  return { for: "person", endpoint, access, run };
}
