import { concat } from "../../core/bytes.js";
import { childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { packPayload } from "../../protocol/stanza/payload.js";
import { lawful } from "../behaviour/variant.js";
import { ping } from "../stanzas/requests.js";

function reversed(stanza: StanzaNode): StanzaNode {
  const attrs = Object.fromEntries(Object.entries(stanza.attrs).reverse());
  const children = childrenOf(stanza);
  return node(stanza.tag, attrs, children.length === 0 ? stanza.content : children.map(reversed));
}

export default lawful({
  "attribute-order-reversed": {
    sentence: "Writes attributes in the reverse order",
    overrides: { channel: { pack: (stanza) => packPayload(reversed(stanza)) } },
  },
  "coalesced-frames": {
    sentence: "Collects frames briefly and sends them in one WebSocket message",
    overrides: { channel: { coalesceMs: 20 } },
  },
  "drops-broken-text": {
    sentence: "Stays connected after text that is not a stanza",
    overrides: { channel: { onBadFrame: (code) => (code.startsWith("xml-") ? "ignore" : "close") } },
  },
  "drops-malformed-stanzas": {
    sentence: "Stays connected after a frame that decrypts but holds no stanza, as whatsmeow does",
    overrides: { channel: { onBadFrame: (code) => (code === "decrypt-failed" ? "close" : "ignore") } },
  },
  "extra-pings": {
    sentence: "Pings four times as often as necessary",
    overrides: { channel: { keepAliveMs: (standard) => Math.ceil(standard / 4) } },
  },
  "full-jitter": {
    sentence: "Takes each pause between half and all of a bound that doubles",
    overrides: {
      channel: {
        backoffMs: (attempt, base, random) => {
          const bound = 2 * base * 2 ** Math.min(attempt, 6);
          return bound / 2 + random.int(Math.ceil(bound / 2));
        },
      },
    },
  },
  "interop-jid-short": {
    sentence: "Writes interop addresses without the name of their server, as WhatsApp Web does",
    overrides: { channel: { pack: (stanza) => packPayload(stanza, { interopJid: "short" }) } },
  },
  "ping-with-child": {
    sentence: "Puts an empty ping element into its pings",
    overrides: { channel: { ping: (id) => node("iq", ping(id).attrs, [node("ping")]) } },
  },
  "single-byte-websocket-chunks": {
    sentence: "Sends the beginning of every frame byte by byte",
    overrides: {
      channel: {
        wrap(frame, { header, first }) {
          const bytes = first ? concat(header, frame) : frame;
          const beginning = Array.from(bytes.subarray(0, 16), (byte) => Uint8Array.of(byte));
          return bytes.length > 16 ? [...beginning, bytes.subarray(16)] : beginning;
        },
      },
    },
  },
  "slow-replies": {
    sentence: "Waits briefly before it answers",
    overrides: { channel: { answerDelayMs: 60 } },
  },
});
