/** What `interop decode` and `interop encode` know, for `--help`, which must not load the codecs. */
export const kindSummaries = {
  stanza: "a stanza: the plaintext of a frame, or a node without its flag byte",
  content: "the protobuf of a message's content, after decryption",
  token: "a JWT; no signature is made or verified",
  enlistment: "the form of an enlistment request",
  pkmsg: "a Signal message that opens a session; all that is visible without keys",
  msg: "a Signal message of an open session",
  skmsg: "a Signal message of a group",
  handshake: "a message of the Noise handshake",
  "client-payload": "the payload of the client's last handshake message, after decryption",
  certificates: "the certificate chain in the server's handshake message, after decryption",
} as const;

export type KindName = keyof typeof kindSummaries;

export const kindNames = Object.keys(kindSummaries) as readonly KindName[];

/** Kinds whose form on the wire is text. */
export const textKinds: ReadonlySet<KindName> = new Set(["token", "enlistment"]);

export const inputForms = ["auto", "hex", "base64", "raw"] as const;

export type InputForm = (typeof inputForms)[number];

export const kindsInWords = `Kinds:\n${kindNames.map((name) => `  ${name.padEnd(15)} ${kindSummaries[name]}`).join("\n")}`;

export const outputForms = ["hex", "base64", "json", "xml"] as const;

export type OutputForm = (typeof outputForms)[number];
