import { toHex } from "../../core/bytes.js";
import { type Count, littleEndianNonce, seal } from "../../protocol/noise/aead.js";
import { FrameReader } from "../../protocol/noise/framing.js";
import type { Agreed, Frames } from "../behaviour/channel.js";
import { NoiseError } from "../../protocol/noise/errors.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

const prefixLength = 3;

const malformed: ReadonlySet<string> = new Set([
  "truncated",
  "trailing-bytes",
  "bad-list",
  "bad-token",
  "bad-compression",
]);

/** A reader of frames that does something else with the messages. */
function framesOf(read: (reader: FrameReader, message: Uint8Array) => readonly Uint8Array[]): Frames {
  const reader = new FrameReader();
  return { push: (message) => read(reader, message) };
}

/** Encrypts its frames with another nonce, key or associated data. `count` begins at 0. */
function sealsWith(
  form: (
    agreed: Agreed,
    count: number,
  ) => { readonly nonce?: Count; readonly key?: Uint8Array; readonly associated?: Uint8Array },
): () => Overrides {
  return () => {
    const counts = new WeakMap<Agreed, number>();
    return {
      channel: {
        sealFrame(plaintext, body, agreed) {
          const count = counts.get(agreed) ?? 0;
          counts.set(agreed, count + 1);
          const { nonce = count, key = agreed.transport.send.exportKey(), associated } = form(agreed, count);
          seal(key, nonce, associated, plaintext, body);
        },
      },
    };
  };
}

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
  "frame-associated-data": {
    sentence: "Encrypts its frames with the handshake hash as associated data",
    overrides: sealsWith(({ handshakeHash }) => ({ associated: handshakeHash })),
  },
  "frame-key-of-other-side": {
    sentence: "Encrypts its frames with the key of the server's frames",
    overrides: sealsWith(({ transport }) => ({ key: transport.receive.exportKey() })),
  },
  "frame-nonce-little-endian": {
    sentence: "Writes the nonces of its frames with the lowest byte first",
    overrides: sealsWith((_, count) => ({ nonce: littleEndianNonce(count) })),
  },
  "frame-nonce-stays-zero": {
    sentence: "Encrypts every frame with a nonce of zeros",
    overrides: sealsWith(() => ({ nonce: 0 })),
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
  "drops-split-lengths": {
    sentence: "Forgets the first bytes of a length that comes in two WebSocket messages",
    overrides: {
      channel: {
        frames: () =>
          framesOf((reader, message) =>
            reader.pending === 0 && message.length < prefixLength ? [] : reader.push(message),
          ),
      },
    },
  },
  "ignores-bad-frame": {
    sentence: "Drops a frame that does not decrypt and stays connected",
    overrides: { channel: { onBadFrame: () => "ignore" } },
  },
  "joins-two-pieces-only": {
    sentence: "Loses a frame that comes in more than two WebSocket messages",
    overrides: {
      channel: {
        frames() {
          let pieces = 0;
          return framesOf((reader, message) => {
            const bodies = reader.push(message);
            const lost = pieces >= 2 && bodies.length > 0;
            pieces = reader.pending === 0 ? 0 : pieces + 1;
            return lost ? bodies.slice(1) : bodies;
          });
        },
      },
    },
  },
  "loses-count-after-bad-frame": {
    sentence: "Stays connected after a frame that does not decrypt, and opens no later frame either",
    overrides: { channel: { onBadFrame: () => "lose-count" } },
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
  "refuses-split-lengths": {
    sentence: "Disconnects when a WebSocket message ends within the length of a frame",
    overrides: {
      channel: {
        frames: () =>
          framesOf((reader, message) => {
            const bodies = reader.push(message);
            if (reader.pending === 0 || reader.pending >= prefixLength) return bodies;
            throw new NoiseError("frame-too-large", "Read a frame: found a part of its length, wanted all of it");
          }),
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
