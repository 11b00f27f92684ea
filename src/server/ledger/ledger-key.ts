import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import type { Config } from "#server/platform/config.ts";
import { keptSecret } from "#server/platform/kept-secret.ts";

/** What signs the ledger. It never enters the database: whoever may write there can make no signature. */
export type LedgerKey = {
  privateKey: KeyObject;
  verifier: KeyObject;
  /** An Ed25519 key's 32 bytes in base64url, as in a JSON web key. */
  publicKey: string;
};

/** A place in the ledger, and what stands there. */
export type Place = { workspaceId: string; block: bigint; hash: Buffer };

/**
 * The configured key; or else, where the database is embedded, one made at the first start and kept in the data folder;
 * or else one that follows from the secret which all processes on a server of one's own share already.
 */
export function ledgerKey(config: Pick<Config, "ledgerKey" | "sessionSecret" | "databaseUrl" | "dataDir">): LedgerKey {
  const shared = config.databaseUrl ? config.sessionSecret : undefined;
  return ledgerKeyFrom(config.ledgerKey ?? shared ?? keptSecret(config.dataDir, "ledger-key"));
}

export function ledgerKeyFrom(secret: string): LedgerKey {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "warmline ledger", seedBytes));
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: "der", type: "pkcs8" });
  const verifier = createPublicKey(privateKey);
  return { privateKey, verifier, publicKey: verifier.export({ format: "jwk" }).x ?? "" };
}

/** Of another installation, as an export names it. */
export function verifierOf(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
}

/** A head is the last block, and nothing before it: each signature names which of the two it is for. */
export function signPlace(key: LedgerKey, as: "head" | "block", place: Place): Buffer {
  return sign(null, messageOf(as, place), key.privateKey);
}

export function isSigned(verifier: KeyObject, as: "head" | "block", place: Place, signature: Buffer): boolean {
  return verify(null, messageOf(as, place), verifier, signature);
}

const seedBytes = 32;
/** What stands before the seed in an Ed25519 key: RFC 8410. */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

function messageOf(as: "head" | "block", { workspaceId, block, hash }: Place): Buffer {
  return Buffer.from(`warmline ledger ${as}\n${workspaceId}\n${block}\n${hash.toString("hex")}\n`);
}
