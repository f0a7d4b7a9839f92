import type { JidServer } from "../../ids/jid.js";
import { doubleByteWords, singleByteWords } from "../gen/dictionary.js";

/** First bytes of everything that is not a dictionary word (wire section 2). */
export const tokens = {
  listEmpty: 0,
  /** 236 to 239: a dictionary table, followed by an index byte. */
  firstTable: 236,
  interopJid: 245,
  fbJid: 246,
  adJid: 247,
  list8: 248,
  list16: 249,
  jidPair: 250,
  hex8: 251,
  binary8: 252,
  binary20: 253,
  binary32: 254,
  nibble8: 255,
} as const;

/** Characters that each packed form can hold, by their four-bit value. 15 fills the last half byte of an odd length. */
export const packedAlphabets = { nibble: "0123456789-.", hex: "0123456789ABCDEF" } as const;

/** Longest text that writers pack; the length byte could say up to 254 characters. */
export const maxPackedCharacters = 127;

/** First byte of a device address, by server. */
export const domainTypes: ReadonlyMap<JidServer, number> = new Map([
  ["s.whatsapp.net", 0],
  ["lid", 1],
  ["hosted", 128],
  ["hosted.lid", 129],
]);

/** Attributes whose value, when it is a bare server name, is an address and is written as one. */
export const addressAttributes: ReadonlySet<string> = new Set(["to", "from", "jid"]);

/** Word to its code: the byte itself for one-byte words, table byte × 256 + index for two-byte words. */
export const wordCodes: ReadonlyMap<string, number> = new Map([
  ...singleByteWords.map((word, code): [string, number] => [word, code]).slice(1),
  ...doubleByteWords.flatMap((table, number) =>
    table.map((word, index): [string, number] => [word, (tokens.firstTable + number) * 256 + index]),
  ),
]);

export const longestWord = Math.max(...Array.from(wordCodes.keys(), (word) => word.length));
