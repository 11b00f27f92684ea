import { z } from "zod";
import { endpoint, FileAnswer, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";

/** Where a row comes from: the file and line, or the person who wrote it down. */
const Source = z.object({
  file: z.string().nullable(),
  line: z.number().int().nullable(),
  by: z.string().nullable(),
  at: Instant.nullable(),
});

const Section = z.object({
  /** The table, by which screens name it. */
  place: z.string(),
  rows: z.array(z.object({ values: z.record(z.string(), z.unknown()), source: Source })),
});
export type DisclosureSection = z.output<typeof Section>;

export const Disclosure = z.object({
  contactId: z.uuid(),
  name: z.string(),
  at: Instant,
  controller: z.object({ name: z.string(), country: z.string().nullable(), postalAddress: z.string() }),
  sections: z.array(Section),
});
export type Disclosure = z.output<typeof Disclosure>;

const OfContact = z.object({ id: z.uuid() });

export const discloseContact = endpoint({
  name: "discloseContact",
  method: "GET",
  path: "/api/v1/contacts/{id}/disclosure",
  summary: "Everything that is held about a person, with its source; logged",
  input: OfContact,
  output: Disclosure,
  refusals: ["contact_not_found"],
});

export const downloadPortable = endpoint({
  name: "downloadPortable",
  method: "GET",
  path: "/api/v1/contacts/{id}/portable",
  summary: "What the person gave us, as JSON to take elsewhere; logged",
  input: OfContact,
  output: FileAnswer,
  answer: "file",
  refusals: ["contact_not_found"],
});

export const Certificate = z.object({
  id: z.uuid(),
  because: z.enum(["request", "retention"]),
  requestId: z.uuid().nullable(),
  ledgerErasureId: z.uuid().nullable(),
  places: z.array(
    z.object({
      table: z.string(),
      action: z.enum(["deleted", "blanked", "kept", "mentioned"]),
      rows: z.number().int(),
      why: z.string().optional(),
    }),
  ),
  files: z.array(
    z.object({
      importId: z.string(),
      file: z.enum(["table", "attachment"]),
      became: z.enum(["rewritten", "dropped", "untouched", "to_be_looked_at"]),
      rows: z.number().int(),
    }),
  ),
  /** How many keyed hashes of which kind stay, so that the person is known again. */
  kept: z.record(z.string(), z.number().int()),
  erasedAt: Instant,
  erasedBy: z.string().nullable(),
});
export type Certificate = z.output<typeof Certificate>;

export const listCertificates = endpoint({
  name: "listErasureCertificates",
  method: "GET",
  path: "/api/v1/erasure-certificates",
  summary: "What was erased, newest first; it names nobody",
  input: PageInput,
  output: pageOf(Certificate),
});

export const getCertificate = endpoint({
  name: "getErasureCertificate",
  method: "GET",
  path: "/api/v1/erasure-certificates/{id}",
  summary: "One certificate of erasure",
  input: z.object({ id: z.uuid() }),
  output: Certificate,
});

export const AdmitAgain = z.object({
  /** The address or number with which the person came back. */
  value: z.string().trim().min(3).max(320),
  name: z.string().trim().max(300).default(""),
  reason: z.string().trim().min(3).max(2000),
});
export type AdmitAgain = z.output<typeof AdmitAgain>;

export const admitAgain = endpoint({
  name: "admitErasedPerson",
  method: "POST",
  path: "/api/v1/erased-persons/admit",
  summary: "Somebody who was erased came back herself: forget the hash of this address",
  input: AdmitAgain,
  output: z.object({ forgotten: z.number().int() }),
});

const Hold = z.object({
  id: z.uuid(),
  contact: z.object({ id: z.uuid(), name: z.string() }),
  reason: z.string(),
  placedAt: Instant,
  placedBy: z.string().nullable(),
  liftedAt: Instant.nullable(),
});
export type LegalHold = z.output<typeof Hold>;

export const listHolds = endpoint({
  name: "listLegalHolds",
  method: "GET",
  path: "/api/v1/legal-holds",
  summary: "Whose data must be kept because of a dispute, newest first",
  input: PageInput,
  output: pageOf(Hold),
});

export const PlaceHold = z.object({ contactId: z.uuid(), reason: z.string().trim().min(3).max(2000) });
export type PlaceHold = z.output<typeof PlaceHold>;

export const placeHold = endpoint({
  name: "placeLegalHold",
  method: "POST",
  path: "/api/v1/legal-holds",
  summary: "Keep everything of a person while a dispute is open",
  input: PlaceHold,
  output: Hold,
  refusals: ["contact_not_found"],
});

export const liftHold = endpoint({
  name: "liftLegalHold",
  method: "POST",
  path: "/api/v1/legal-holds/{id}/lift",
  summary: "The dispute is over",
  input: z.object({ id: z.uuid() }),
  output: Hold,
  refusals: ["conflict"],
});
