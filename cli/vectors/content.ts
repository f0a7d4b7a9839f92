import { utf8 } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import { annotateMessage } from "../../proto/annotate.js";
import type { Content } from "../../protocol/content/content.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { pad } from "../../protocol/content/padding.js";
import type { VectorFile } from "./vector-file.js";

/** The messages that a provider sends and receives, as protobuf and padded. */
export function contentVectors(): VectorFile {
  const random = seededRandom("vectors: content");
  const file = () => ({
    url: "https://media.example/interop/whatsapp/download/conformance/dQw4w9WgXcQ/",
    directPath: "/interop/whatsapp/download/conformance/dQw4w9WgXcQ/",
    mediaKey: random.bytes(32),
    fileSha256: random.bytes(32),
    fileEncSha256: random.bytes(32),
    fileLength: 44,
    mediaKeyTimestamp: 1_767_225_600,
  });
  const replyTo = { id: "3EB0A1B2C3D4E5F60718", participant: "900-10853634039893@interop", quotedText: "Hello" };
  const target = { id: "3EB0A1B2C3D4E5F60718", fromMe: false, chat: "4915550001111@s.whatsapp.net" };
  const contents: readonly (readonly [string, Content])[] = [
    ["text", { type: "text", text: "Hello" }],
    ["text beyond ASCII", { type: "text", text: "Grüße 👋" }],
    ["reply", { type: "text", text: "Hello yourself", replyTo }],
    ["reaction", { type: "reaction", target, emoji: "👍", sentAtMs: 1_767_225_600_123 }],
    ["reaction taken back", { type: "reaction", target, emoji: "", sentAtMs: 1_767_225_601_123 }],
    ["image", { type: "media", kind: "image", mimetype: "image/jpeg", caption: "A fox", ...file() }],
    ["video", { type: "media", kind: "video", mimetype: "video/mp4", seconds: 3, ...file() }],
    ["audio", { type: "media", kind: "audio", mimetype: "audio/mpeg", seconds: 3, ...file() }],
    ["voice", { type: "media", kind: "voice", mimetype: "audio/ogg; codecs=opus", seconds: 3, ...file() }],
    ["document", { type: "media", kind: "document", mimetype: "application/pdf", fileName: "fox.pdf", ...file() }],
    ["message taken back", { type: "revoke", target: { ...target, fromMe: true } }],
  ];
  const hello = encodeContent({ type: "text", text: "Hello" });
  return {
    name: "content",
    about: "Content protobufs by field name, and their padding.",
    cases: [
      ...contents.map(([name, content], index) => {
        const protobuf = encodeContent(content);
        const fields = annotateMessage(protobuf, "content.Message").json;
        return { name, fields, protobuf, padding: 1 + (index % 16), padded: pad(protobuf, 1 + (index % 16)) };
      }),
      ...[1, 16].map((padding) => ({
        name: `padding of ${padding}`,
        protobuf: hello,
        padding,
        padded: pad(hello, padding),
      })),
      { name: "refused: padding of 0", padded: utf8("Hello\0"), refused: true },
      { name: "refused: bytes of the padding differ", padded: Uint8Array.of(...hello, 1, 2, 3), refused: true },
      { name: "refused: padding longer than the message", padded: Uint8Array.of(10, 16), refused: true },
    ],
  };
}
