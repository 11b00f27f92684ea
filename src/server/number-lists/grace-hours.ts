/** So long an import can be undone after its copies were replaced, and another process may still look into them. */
export const graceHours = 24;
