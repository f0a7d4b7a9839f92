import { expect, test } from "@jest/globals";
import { concat, utf8 } from "../../../core/bytes.js";
import { encodeEnvelope } from "../envelope.js";
import { pad } from "../padding.js";
import { diagnoseContent } from "./content.js";

const hello = encodeEnvelope({ content: { type: "text", text: "Hello" } });

test.each([
  ["content-without-padding", hello],
  ["content-padding-of-zeros", concat(hello, new Uint8Array(4), Uint8Array.of(5))],
  ["content-json", pad(utf8('{"text":"Hello"}'), 3)],
  ["content-bare-text", pad(utf8("Hello, wörld"), 16)],
  ["content-bare-text", utf8("Hello")],
])("names %s", (mistake, plaintext) => {
  expect(diagnoseContent(plaintext)).toMatchObject({ mistake });
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["bytes of no kind", Uint8Array.of(0xff, 0xfe, 0x00, 0x11)],
])("finds no mistake that explains %s", (_, plaintext) => {
  expect(diagnoseContent(plaintext)).toBeUndefined();
});
