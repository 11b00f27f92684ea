/**
 * A template is lines of text, each an alternative. Placeholders stand in braces. What stands in [brackets] is
 * shared context: it is said only when a touchpoint proves it, and it carries the touchpoint's key.
 */

export const personalFacts = ["first_name", "full_name", "rep_name", "seller", "company", "job_title"] as const;
export const sharedFacts = ["when", "topic", "referrer"] as const;
export const placeholders = [...personalFacts, ...sharedFacts] as const;

type Placeholder = (typeof placeholders)[number];
export type TemplateFacts = Partial<Record<Placeholder, string>> & { touchpointId?: string };
export type Segment = { text: string; touchpointId?: string };

type Part = { text: string; shared: boolean };

const placeholder = /\{([^{}]*)\}/g;

/** The first alternative whose facts are all known, as pieces; undefined where none can be said truly. */
export function fillTemplate(template: string, facts: TemplateFacts): Segment[] | undefined {
  for (const line of template.split("\n")) {
    if (line.trim() === "") continue;
    const segments = fillLine(line.trim(), facts);
    if (segments) return segments;
  }
  return undefined;
}

function fillLine(line: string, facts: TemplateFacts): Segment[] | undefined {
  const segments: Segment[] = [];
  for (const { text, shared } of partsOf(line)) {
    const names = [...text.matchAll(placeholder)].map((match) => match[1] ?? "");
    const isKnown = names.every((name) => isPlaceholder(name) && facts[name]);
    if (!isKnown || (shared && !facts.touchpointId)) return undefined;
    const filled = text.replaceAll(placeholder, (_match, name: Placeholder) => facts[name] ?? "");
    segments.push(shared && facts.touchpointId ? { text: filled, touchpointId: facts.touchpointId } : { text: filled });
  }
  return segments;
}

export type TemplateFlaw = { flaw: "unknown" | "outside_brackets" | "unclosed"; name: string };

/** What is wrong with a template: a fact that only a touchpoint can prove may be named in brackets only. */
export function flawsOfTemplate(template: string): TemplateFlaw[] {
  return template.split("\n").flatMap((line): TemplateFlaw[] => {
    if (!/^(?:[^[\]{}]|\{[^{}[\]]*\}|\[(?:[^[\]{}]|\{[^{}[\]]*\})*\])*$/.test(line)) {
      return [{ flaw: "unclosed", name: line.slice(0, 60) }];
    }
    return partsOf(line).flatMap(({ text, shared }) =>
      [...text.matchAll(placeholder)].flatMap((match): TemplateFlaw[] => {
        const name = match[1] ?? "";
        if (!isPlaceholder(name)) return [{ flaw: "unknown", name }];
        return !shared && isShared(name) ? [{ flaw: "outside_brackets", name }] : [];
      }),
    );
  });
}

function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  for (const match of line.matchAll(/\[([^\]]*)\]|([^[]+)/g)) {
    if (match[1] !== undefined) parts.push({ text: match[1], shared: true });
    else if (match[2] !== undefined) parts.push({ text: match[2], shared: false });
  }
  return parts;
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

function isShared(name: string): boolean {
  return (sharedFacts as readonly string[]).includes(name);
}
