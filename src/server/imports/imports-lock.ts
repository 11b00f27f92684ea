/** Held by whoever imports or takes an import back in a workspace: two at once could make one person twice. */
export const importsLock = "imports";
