import { randomUUID } from "node:crypto";
import { z } from "zod";

type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  minimum?: number;
  minLength?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

/** The least that a contract accepts: its required fields, each with a value of its type; `given` where it has them. */
export function sampleInput(input: z.ZodType, given: Record<string, unknown> = {}): Record<string, unknown> {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Schema;
  const sample = sampleOf(schema);
  const known = Object.entries(given).filter(([name]) => schema.properties?.[name]);
  return { ...(sample as Record<string, unknown>), ...Object.fromEntries(known) };
}

/** The names of a contract's fields. */
export function fieldsOf(input: z.ZodType): string[] {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Schema;
  return Object.keys(schema.properties ?? {});
}

function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {});
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    default:
      return null;
  }
}

function textOf({ format, minLength = 1 }: Schema): string {
  if (format === "uuid") return randomUUID();
  if (format === "date-time") return "2026-11-23T09:30:00Z";
  if (format === "date") return "2026-11-23";
  if (format === "email") return "somebody@tallow.example";
  return "x".repeat(minLength);
}
