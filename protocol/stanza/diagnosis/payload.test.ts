import { expect, test } from "@jest/globals";
import { concat } from "../../../core/bytes.js";
import { StanzaError } from "../errors.js";
import { node } from "../node.js";
import { packPayload, unpackPayload } from "../payload.js";
import { diagnosePayload } from "./payload.js";

const iq = node("iq", { id: "1", to: "s.whatsapp.net", type: "get", xmlns: "w:p" });
const plain = packPayload(iq);
const deflated = packPayload(iq, { compress: true });
const withFlag = (flag: number, payload: Uint8Array) => concat(Uint8Array.of(flag), payload.subarray(1));

test.each([
  ["stanza-flag-missing", plain.subarray(1)],
  ["stanza-compression-unmarked", withFlag(0, deflated)],
  ["stanza-compression-without-flag", deflated.subarray(1)],
  ["stanza-not-compressed", withFlag(2, plain)],
  ["stanza-list-too-short", concat(plain, Uint8Array.of(0xf8, 0x01, 0x05))],
])("names %s", (mistake, payload) => {
  expect(diagnosePayload(payload, refusalOf(payload))).toMatchObject({ mistake });
});

test("finds no mistake that explains other bytes", () => {
  const payload = Uint8Array.of(0, 0xf8, 0xee);
  expect(diagnosePayload(payload, refusalOf(payload))).toBeUndefined();
});

function refusalOf(payload: Uint8Array): StanzaError {
  try {
    unpackPayload(payload);
  } catch (thrown) {
    if (thrown instanceof StanzaError) return thrown;
  }
  throw new Error("The payload can be read, wanted one that cannot");
}
