import { toHex } from "../../core/bytes.js";
import { FrameReader } from "../../protocol/noise/framing.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

const prefixLength = 3;

const malformed: ReadonlySet<string> = new Set([
  "truncated",
  "trailing-bytes",
  "bad-list",
  "bad-token",
  "bad-compression",
]);

/** Falls over at a frame with one of these errors. */
function crashesOn(applies: (code: string) => boolean): Overrides {
  return { channel: { onBadFrame: (code) => (applies(code) ? "crash" : "close") } };
}

export default mutants({
  "accepts-repeated-frame": {
    sentence: "Drops a frame that it has seen before, instead of taking it for an attack",
    overrides: {
      channel: {
        frames() {
          const reader = new FrameReader();
          let last = "";
          return {
            push: (message) =>
              reader.push(message).filter((body) => {
                const seen = last;
                last = toHex(body);
                return last !== seen;
              }),
          };
        },
      },
    },
  },
  "assumes-frame-per-message": {
    sentence: "Takes every WebSocket message for exactly one frame",
    overrides: { channel: { frames: () => ({ push: (message) => [message.subarray(prefixLength)] }) } },
  },
  "counts-frames-from-one": {
    sentence: "Encrypts its first frame after the handshake under count 1",
    overrides: { channel: { passedCounts: (sent) => (sent === 0 ? 1 : 0) } },
  },
  "crashes-on-broken-text": {
    sentence: "Falls over when a frame holds text that is no stanza",
    overrides: crashesOn((code) => code.startsWith("xml-")),
  },
  "crashes-on-inflated-stanza": {
    sentence: "Falls over when a stanza inflates to more than it has room for",
    overrides: crashesOn((code) => code === "too-large"),
  },
  "crashes-on-malformed-stanza": {
    sentence: "Falls over when a frame holds no stanza",
    overrides: crashesOn((code) => malformed.has(code)),
  },
  "crashes-on-nested-stanza": {
    sentence: "Falls over when elements nest very deeply",
    overrides: crashesOn((code) => code === "too-deep"),
  },
  "ignores-bad-frame": {
    sentence: "Drops a frame that does not decrypt and stays connected",
    overrides: { channel: { onBadFrame: () => "ignore" } },
  },
  "reads-first-frame-only": {
    sentence: "Reads only the first of several frames in a WebSocket message",
    overrides: {
      channel: {
        frames() {
          const reader = new FrameReader();
          return { push: (message) => reader.push(message).slice(0, 1) };
        },
      },
    },
  },
  "small-frame-limit": {
    sentence: "Refuses frames of more than 64 KiB",
    overrides: { channel: { frames: () => new FrameReader({ maxFrame: 65_535 }) } },
  },
  "wants-hello-in-one-message": {
    sentence: "Takes the first WebSocket message for the whole of the first frame",
    overrides: {
      channel: {
        frames() {
          const reader = new FrameReader();
          let first = true;
          return {
            push(message) {
              const bodies = first ? [message.subarray(prefixLength)] : reader.push(message);
              first = false;
              return bodies;
            },
          };
        },
      },
    },
  },
});
