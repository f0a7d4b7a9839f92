import type { JsonSchema } from "./entry.js";

/** Attribute values that several stanzas share. `description` completes "wanted …" in a violation. */

export const fixed = (value: string): JsonSchema => ({ type: "string", const: value });
export const oneOf = (...values: readonly string[]): JsonSchema => ({ type: "string", enum: values });

function matching(pattern: string, description: string): JsonSchema {
  return { type: "string", pattern, description };
}

export const id = matching("^[\\x21-\\x7e]{1,128}$", "an id of 1 to 128 visible ASCII characters");
export const text: JsonSchema = { type: "string", maxLength: 1024, description: "a text of at most 1024 characters" };
export const count = matching("^(?:0|[1-9]\\d{0,8})$", "a decimal number");
/** Thirteen digits would be milliseconds, a common mistake. */
export const unixSeconds = matching("^[1-9]\\d{0,10}$", "unix time in whole seconds");

export const server = fixed("s.whatsapp.net");

const device = "(?::\\d{1,5})?";
const whatsappUser = `\\d{1,32}${device}@(?:s\\.whatsapp\\.net|lid|msgr)`;
const interopUser = `[1-9]\\d{0,4}-[0-9A-Za-z]{1,64}${device}@interop`;

/** Which of the forms third parties see for WhatsApp users is not public (profile point P7). */
export const user = matching(
  `^(?:${whatsappUser}|${interopUser})$`,
  "the address of one user: digits@s.whatsapp.net, digits@lid or integrator-digits@interop",
);
export const userOrServer = matching(
  `^(?:${whatsappUser}|${interopUser}|s\\.whatsapp\\.net)$`,
  "the address of one user or of the server",
);

/** Older groups have the number of their maker and a time in their address. */
export const group = matching("^\\d{1,32}(?:-\\d{1,20})?@g\\.us$", "the address of a group: digits@g.us");
export const groupServer = fixed("g.us");
/** Bounds the work; WhatsApp's own limit is of this size. */
export const maximumMembers = 1024;

/** What a client may answer when it cannot use a stanza (wire 3.8). */
export const refusals = oneOf(
  "487",
  "488",
  "489",
  "490",
  "491",
  "493",
  "495",
  "496",
  "499",
  "500",
  "550",
  "551",
  "552",
);

export const mediaType = oneOf(
  "image",
  "video",
  "gif",
  "ptv",
  "audio",
  "ptt",
  "document",
  "sticker",
  "url",
  "vcard",
  "contact_array",
  "location",
  "livelocation",
);
