import { type MailMessage, readMailbox } from "#server/imports/reading/mailbox.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import type { Source } from "#server/imports/reading/source.ts";

export type Owner = { addresses: Set<string>; sentIds: Set<string> };

/** A letter to more people than this shows nothing about any of them. */
export const recipientsMax = 20;

/**
 * Who "me" is: as said, else the sender of what is labelled as sent, else whom the mail was delivered to, else the
 * address that takes part in most messages.
 */
export async function findOwner(source: Source, { ownerEmails = [] }: ReadOptions): Promise<Owner> {
  const scores = new Map<string, number>();
  const idsBySender = new Map<string, string[]>();
  for await (const message of readMailbox(source)) {
    for (const [address, points] of pointsOf(message)) scores.set(address, (scores.get(address) ?? 0) + points);
    if (!message.from || !message.id) continue;
    const ids = idsBySender.get(message.from.address);
    if (ids) ids.push(message.id);
    else idsBySender.set(message.from.address, [message.id]);
  }
  const [likeliest] = [...scores].sort(([, one], [, other]) => other - one);
  const inferred = likeliest ? [likeliest[0]] : [];
  const addresses = new Set(ownerEmails.length > 0 ? ownerEmails.map((address) => address.toLowerCase()) : inferred);
  return { addresses, sentIds: new Set([...addresses].flatMap((address) => idsBySender.get(address) ?? [])) };
}

function pointsOf(message: MailMessage): [address: string, points: number][] {
  const { from, to, cc, header } = message;
  const delivered = header("delivered-to").trim().toLowerCase();
  const recipients = to.length + cc.length <= recipientsMax ? [...to, ...cc] : [];
  const isSent = hasLabel(message, "sent", "sent mail", "gesendet", "envoyés", "已发送", "寄件備份");
  const senderPoints = isSent ? 5 : hasLabel(message, "inbox") ? -1 : 1;
  return [
    ...(delivered ? [[delivered, 3] as [string, number]] : []),
    ...(from ? [[from.address, senderPoints] as [string, number]] : []),
    ...recipients.map(({ address }): [string, number] => [address, 1]),
  ];
}

export function hasLabel({ labels }: MailMessage, ...names: string[]): boolean {
  return labels.some((label) => names.includes(label.toLowerCase()));
}
