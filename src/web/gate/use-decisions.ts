import { useMutation, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import * as api from "#api/decisions.ts";
import { parseWallTime } from "#domain/time.ts";
import type { DecisionSearch } from "#web/gate/decision-search.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { request } from "#web/platform/request.ts";
import { usePages } from "#web/ui/use-pages.ts";

const dayMs = 86_400_000;
const middayMs = dayMs / 2;

/** Stored decisions, newest first, by person, rep, verdict, rule and days. */
export function useDecisions({ contact, rep, verdict, rule, from, to }: DecisionSearch) {
  const input = {
    contactId: contact,
    userId: rep,
    verdict,
    rule,
    from: from && beginOf(from)?.toISOString(),
    to: to && beginOf(dayAfter(to))?.toISOString(),
  };
  return usePages(["gate", "decisions", input], (cursor) =>
    request(api.listDecisions, { ...input, cursor, limit: 30 }),
  );
}

function beginOf(day: string): Date | undefined {
  return parseWallTime(`${day}T00:00`, ownTimeZone);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + dayMs + middayMs).toISOString().slice(0, 10);
}

export function useDecision(id: string | undefined) {
  return useQuery({
    queryKey: ["gate", "decision", id],
    queryFn: ({ signal }) => request(api.getDecision, { id: id ?? "" }, { signal }),
    enabled: id !== undefined,
  });
}

/** Decides a stored question again; nothing is written. */
export function useReplay() {
  return useMutation({ mutationFn: (id: string) => request(api.replayDecision, { id }) });
}

export function useWhatIf() {
  return useMutation({ mutationFn: (wanted: z.input<typeof api.WhatIf>) => request(api.whatIf, wanted) });
}
