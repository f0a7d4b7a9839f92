import { concat, fromHex, utf8 } from "../../core/bytes.js";
import { decodeContent } from "../../protocol/content/decode.js";
import { encodeContent } from "../../protocol/content/encode.js";
import type { ContentErrorCode } from "../../protocol/content/errors.js";
import { unpad } from "../../protocol/content/padding.js";
import { example, type Examples } from "./example.js";

const text = encodeContent({ type: "text", text: "hello" });
const target = { id: "3EB0AB", fromMe: true };
const file = { directPath: "/x", fileSha256: new Uint8Array(32), fileEncSha256: new Uint8Array(32), fileLength: 1 };

export const content: Examples<ContentErrorCode> = {
  "content-malformed": example("The padding was not taken off", () => decodeContent(concat(text, fromHex("030303")))),
  "content-too-large": example("A file was put into the message itself", () => decodeContent(new Uint8Array(2 ** 21))),
  "content-empty": example("Nothing is left after the padding", () => decodeContent(new Uint8Array(0))),
  "content-ambiguous": example("A text and a reaction share a message", () =>
    decodeContent(concat(text, encodeContent({ type: "reaction", target, emoji: "+" }))),
  ),
  "content-missing-field": example("A reaction does not say to which message", () =>
    decodeContent(fromHex("f202031a012b")),
  ),
  "content-bad-field": example("A media key has 16 bytes", () => {
    const mediaKey = new Uint8Array(16);
    return decodeContent(encodeContent({ type: "media", kind: "image", mimetype: "image/png", mediaKey, ...file }));
  }),
  "bad-padding": example("The plaintext was not padded", () => unpad(utf8("hello"))),
};
