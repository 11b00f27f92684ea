import type { AccountRow } from "#api/accounts.ts";
import type { StoredAccount } from "#server/accounts/queries.ts";

/** An account as lists show it, as warm as the warmest of its people. */
export function accountRow(account: StoredAccount): AccountRow {
  const { id, name, domain, country, region, place, people, hot, warm, lastTouchAt } = account;
  return {
    ...{ id, name, domain, country, region, place, people, hot, warm, lastTouchAt },
    cold: people - hot - warm,
    temperature: hot > 0 ? "hot" : warm > 0 ? "warm" : "cold",
  };
}
