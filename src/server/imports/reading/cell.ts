/** Ways in which exports write that there is nothing. */
const blanks = new Set([
  "--",
  "---",
  "-",
  "–",
  "—",
  "Select",
  "0/0/00",
  "0000-00-00",
  "[No associated user]",
  "NaN",
  "nan",
  "unknown",
  "Unknown",
  "NA",
  "N/A",
  "n/a",
  "#N/A",
  "null",
  "NULL",
  "(null)",
  "undefined",
  "\\N",
  "(blank)",
  "(empty)",
  "(none)",
  "#REF!",
  "无",
  "無",
]);

// Every cell of an import passes here, and looking up one character is much cheaper than looking up a text.
const initialsOfBlanks = new Set([...blanks].map((text) => text.charCodeAt(0)));

const noes = new Set([
  "no",
  "false",
  "0",
  "n",
  "f",
  "nein",
  "non",
  "nee",
  "não",
  "否",
  "不",
  "不是",
  "not opted out",
  "never",
]);

const yeses = new Set([
  "yes",
  "true",
  "1",
  "y",
  "t",
  "x",
  "ok",
  "on",
  "checked",
  "agree",
  "agreed",
  "i agree",
  "accepted",
  "accept",
  "sí",
  "si",
  "sì",
  "oui",
  "ja",
  "sim",
  "是",
  "对",
  "對",
  "同意",
  "✓",
  "✔",
  "☑",
  "opted out",
  "opted in",
  "yes, please",
  "yes please",
  "sure",
]);

/** The text of a cell, or "" where it says in some way that there is nothing. */
export function cellText(raw: string | undefined): string {
  if (!raw) return "";
  const text = raw.trim();
  return initialsOfBlanks.has(text.charCodeAt(0)) && blanks.has(text) ? "" : text;
}

export function saysNo(text: string): boolean {
  return noes.has(text.trim().toLowerCase());
}

export function saysYes(text: string): boolean {
  const answer = text.trim().toLowerCase();
  return (
    yeses.has(answer) ||
    /^(yes|i agree|i consent|oui|ja|sì|sí)\b[,.! ]/.test(answer) ||
    /^(同意|愿意|願意|可以)/.test(answer)
  );
}

const ruinedNumber = /^\+?\d(?:[.,]\d+)?E\+?\d{1,2}$/i;

/** Excel writes long numbers as 6.28123E+12 and forgets the rest of the digits: nobody can be called on that. */
export function isRuinedPhone(text: string): boolean {
  return ruinedNumber.test(text.replace(/[\s'"=]/g, ""));
}

/** The number as typed, without what a spreadsheet puts around it: `'+1…`, `="…"`, `….0`. */
export function phoneText(text: string): string {
  return text
    .trim()
    .replace(/^=?"(.*)"$/, "$1")
    .replace(/^'+/, "")
    .replace(/^(\+?\d{6,})\.0$/, "$1")
    .replace(/^tel:/i, "")
    .trim();
}

/** Several numbers in one cell, as address books write them. */
export function splitPhones(text: string): string[] {
  return text
    .split(/\s:::\s|[;\n|、]|,\s*(?=[+(])|\s\/\s/)
    .map(phoneText)
    .filter((phone) => /\d/.test(phone));
}

const emailPattern = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]{2,}$/u;

export function isEmail(text: string): boolean {
  return text.length <= 254 && emailPattern.test(text);
}

/** Several addresses in one cell, each possibly written as `Name <address>`; lower case throughout. */
export function splitEmails(text: string): string[] {
  return text
    .replace(/^mailto:/i, "")
    .split(/\s:::\s|[;,\n|、\s]+/)
    .map((part) => part.replace(/^[<'"]+|[>'"]+$/g, "").toLowerCase())
    .filter((part) => part.includes("@"));
}

export function splitTags(text: string): string[] {
  return text
    .split(/\s:::\s|[;,|、]/)
    .map((tag) =>
      tag
        .trim()
        .replace(/^\*\s*/, "")
        .replace(/^"+|"+$/g, ""),
    )
    .filter((tag) => tag !== "" && tag !== "myContacts");
}

/** One spelling for a person's page: the network, and the address without scheme, query and capital letters. */
export function profileOf(text: string): { network: string; url: string } | null {
  const url = text
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/^[a-z]{2,3}\.(?=linkedin\.com)/i, "www.")
    .replace(/^linkedin\.com/i, "www.linkedin.com")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .toLowerCase();
  const host = /^(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})\/./.exec(url)?.[1];
  if (!host) return null;
  return { network: networks[host] ?? "web", url: `https://${url}` };
}

const networks: Record<string, string> = {
  "linkedin.com": "linkedin",
  "twitter.com": "x",
  "x.com": "x",
  "facebook.com": "facebook",
  "instagram.com": "instagram",
  "xing.com": "xing",
  "github.com": "github",
  "meetup.com": "meetup",
  "t.me": "telegram",
  "weibo.com": "weibo",
};
