import type { GateRequest } from "#domain/gate/types.ts";
import { maskEmail, maskPhone } from "#domain/phone-mask.ts";

/** A question to the gate as it may be shown: it says all but whom one could ring or write to. */
export function maskRequest(request: GateRequest): Record<string, unknown> {
  return replaced(request, masksOf(request));
}

/** Puts the numbers and addresses back into what was shown masked and has come back changed. */
export function unmask(value: Record<string, unknown>, request: GateRequest): Record<string, unknown> {
  return replaced(value, new Map([...masksOf(request)].map(([whole, mask]) => [mask, whole])));
}

function masksOf({ contact, consents = [] }: GateRequest): Map<string, string> {
  const points = [contact.phone?.e164, contact.email?.address, ...consents.map(({ point }) => point)];
  return new Map(points.flatMap((point) => (point ? [[point, maskOf(point)] as const] : [])));
}

function maskOf(point: string): string {
  return point.includes("@") ? maskEmail(point) : maskPhone(point);
}

function replaced(value: object, texts: Map<string, string>): Record<string, unknown> {
  const isText = (each: unknown) => typeof each === "string";
  return JSON.parse(JSON.stringify(value, (_, each) => (isText(each) ? (texts.get(each) ?? each) : each)));
}
