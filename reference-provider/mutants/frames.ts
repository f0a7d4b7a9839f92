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
    sentence: "Drops a repeated frame instead of treating it as an attack",
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
    sentence: "Treats every WebSocket message as exactly one frame",
    overrides: { channel: { frames: () => ({ push: (message) => [message.subarray(prefixLength)] }) } },
  },
  "counts-frames-from-one": {
    sentence: "Encrypts its first frame after the handshake with counter 1",
    overrides: { channel: { passedCounts: (sent) => (sent === 0 ? 1 : 0) } },
  },
  "crashes-on-broken-text": {
    sentence: "Crashes when a frame holds text that is not a stanza",
    overrides: crashesOn((code) => code.startsWith("xml-")),
  },
  "crashes-on-inflated-stanza": {
    sentence: "Crashes when a stanza inflates to more than its memory allows",
    overrides: crashesOn((code) => code === "too-large"),
  },
  "crashes-on-malformed-stanza": {
    sentence: "Crashes when a frame holds no stanza",
    overrides: crashesOn((code) => malformed.has(code)),
  },
  "crashes-on-nested-stanza": {
    sentence: "Crashes when elements are nested very deeply",
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
    sentence: "Rejects frames of more than 64 KiB",
    overrides: { channel: { frames: () => new FrameReader({ maxFrame: 65_535 }) } },
  },
  "wants-hello-in-one-message": {
    sentence: "Treats the first WebSocket message as the whole first frame",
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
