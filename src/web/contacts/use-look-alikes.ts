import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type MatchAnswer, matchContact } from "#api/contact-matches.ts";
import type { ContactValues } from "#web/contacts/contact-values.ts";
import { request } from "#web/platform/request.ts";

export type TypedPoint = { kind: "phone" | "email" | "profile"; value: string };

const typingMs = 400;

/** Whom what is typed so far would be, by the rule that imports use. */
export function useLookAlikes({
  values: { fullName, company, country },
  points,
}: {
  values: ContactValues;
  points: TypedPoint[];
}): MatchAnswer | undefined {
  const asked = { name: fullName.trim(), company: company.trim() || null, country, points };
  const [settled] = useDebouncedValue(JSON.stringify(asked), typingMs);
  const { data } = useQuery({
    queryKey: ["contacts", "match", settled],
    queryFn: ({ signal }) => request(matchContact, JSON.parse(settled), { signal }),
    enabled: asked.name !== "" || points.length > 0,
    placeholderData: keepPreviousData,
    // Half a number is no number: that is no failure worth telling, the form tells it when it is sent.
    retry: false,
  });
  return data;
}
