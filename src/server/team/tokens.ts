import { createHash, randomBytes } from "node:crypto";

const secretBytes = 32;
const workspaceLength = 22;
const shape = /^[A-Za-z0-9_-]{65}$/;

/** Something that opens a door: shown once, kept only as its hash. */
export type Token = { token: string; hash: string };

export function makeToken(): Token {
  const token = randomBytes(secretBytes).toString("base64url");
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A token that says which workspace's door it opens, so that only that workspace's rows are searched. */
export function makeWorkspaceToken(workspaceId: string): Token {
  const workspace = Buffer.from(workspaceId.replaceAll("-", ""), "hex").toString("base64url");
  const token = workspace + randomBytes(secretBytes).toString("base64url");
  return { token, hash: hashToken(token) };
}

/** Undefined for what cannot be one of ours. */
export function readWorkspaceToken(token: string): { workspaceId: string; hash: string } | undefined {
  if (!shape.test(token)) return undefined;
  const hex = Buffer.from(token.slice(0, workspaceLength), "base64url").toString("hex");
  const workspaceId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { workspaceId, hash: hashToken(token) };
}
