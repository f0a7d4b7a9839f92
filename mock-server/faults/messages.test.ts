import { describe, expect, test } from "@jest/globals";
import type { HookName, Hooks } from "../../faults/hooks.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { decodeContent } from "../../protocol/content/decode.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { childNamed, node } from "../../protocol/stanza/node.js";
import { seededRandom } from "../../runtime/random.js";
import { createJournal } from "../journal/journal.js";
import { stillClock } from "../testing/rig.js";
import { createFaultBoard } from "./board.js";

function after<Hook extends HookName>(request: FaultRequest, hook: Hook, value: Hooks[Hook]): Hooks[Hook] {
  const board = createFaultBoard({ journal: createJournal({ clock: stillClock() }), random: seededRandom("m") });
  board.arm(request);
  return board.apply(hook, value, {});
}

const content = Uint8Array.of(10, 2, 104, 105);
const message = node("message", { id: "A", to: "9@interop", type: "text" }, [
  node("enc", { v: "2", type: "msg" }, Uint8Array.of(51, 1, 2, 4)),
]);
/** Field 4 is the inner message; field 5, the registration id, comes after its authentication code. */
const first = node("enc", { v: "2", type: "pkmsg" }, Uint8Array.of(51, 0x22, 2, 9, 8, 0x28, 77));
const sealed = { stanzas: [message], content, earlier: new Map(), held: 0, release: "behind" } as const;
const plain = { content, padding: Uint8Array.of(3, 3, 3) };

describe("before encryption", () => {
  test("padding of the given length", () => {
    const { padding } = after({ fault: "padding-length", params: { length: 16 } }, "plaintext", plain);
    expect(padding).toEqual(new Uint8Array(16).fill(16));
  });

  test("padding whose last byte is its length, but whose bytes differ", () => {
    const { padding } = after({ fault: "padding-inconsistent" }, "plaintext", plain);
    expect(padding.at(-1)).toBe(padding.length);
    expect(new Set(padding).size).toBeGreaterThan(1);
  });

  test("content that ends within a field", () => {
    expect(after({ fault: "content-malformed" }, "plaintext", plain)).toEqual({
      content: Uint8Array.of(0x0a, 0x7f),
      padding: plain.padding,
    });
  });
});

describe("the description of a file", () => {
  const bytes = new Uint8Array(32).fill(200);
  const file = { kind: "image", mimetype: "image/png", directPath: "/v/t1", fileLength: 300 } as const;
  const digests = { mediaKey: bytes, fileSha256: bytes, fileEncSha256: bytes, mediaKeyTimestamp: 1_700_000_000 };
  const described = encodeContent({ type: "media", ...file, ...digests });
  const changed = (field: string, form: string) => {
    const fault = { fault: "media-descriptor", params: { field, form } } as const;
    return after(fault, "plaintext", { ...plain, content: described }).content;
  };

  test.each([
    ["mediaKey", "absent", "nothing"],
    ["mediaKey", "number", "nothing"],
    ["mediaKey", "short", "31 bytes"],
    ["fileSha256", "long", "33 bytes"],
    ["fileEncSha256", "hexadecimal", "64 bytes"],
    ["directPath", "empty", "nothing"],
  ])("%s is %s", (field, form, found) => {
    expect(() => decodeContent(changed(field, form))).toThrow(
      expect.objectContaining({ field: { path: `imageMessage.${field}`, found } }),
    );
  });

  test("lacks what it may lack, and has more than it must", () => {
    const { fileLength: _length, ...others } = decodeContent(described) as MediaContent;
    expect(decodeContent(changed("fileLength", "absent"))).toEqual(others);
    expect(decodeContent(changed("unknown", "added"))).toEqual({ ...others, fileLength: 300 });
    expect(decodeContent(changed("directPath", "other-host"))).toMatchObject({ directPath: "//media.invalid/v/t1" });
  });
});

describe("after encryption", () => {
  const encOf = (fault: FaultRequest["fault"], params = {}) => {
    const [changed] = after({ fault, params }, "sealed", sealed).stanzas;
    return changed?.content;
  };

  test("one bit of the authentication code, in both kinds of message", () => {
    expect(encOf("ciphertext-corrupted")).toEqual([node("enc", { v: "2", type: "msg" }, Uint8Array.of(51, 1, 2, 5))]);
    expect(childNamed(message, "enc")?.content).toEqual(Uint8Array.of(51, 1, 2, 4));
    const value = { ...sealed, stanzas: [node("message", {}, [first])] };
    const [spoilt] = after({ fault: "ciphertext-corrupted" }, "sealed", value).stanzas;
    expect(spoilt && childNamed(spoilt, "enc")?.content).toEqual(Uint8Array.of(51, 0x22, 2, 9, 9, 0x28, 77));
  });

  test("another type, no element, clear text", () => {
    expect(encOf("enc-type-unknown")).toEqual([node("enc", { v: "2", type: "xmsg" }, Uint8Array.of(51, 1, 2, 4))]);
    expect(encOf("enc-missing")).toEqual([]);
    expect(encOf("plaintext-downgrade")).toEqual([node("plaintext", {}, content)]);
  });

  test("twice the same", () => {
    expect(after({ fault: "message-duplicated" }, "sealed", sealed).stanzas).toEqual([message, message]);
  });

  test("a retry request for a message that could be opened", () => {
    expect(after({ fault: "retry-requested" }, "opened-message", "receipt")).toBe("retry");
  });
});

describe("of the servers", () => {
  const bundle = node("user", { jid: "9@interop" }, [
    node("identity", {}, new Uint8Array(32)),
    node("skey", {}, [node("id", {}, new Uint8Array(3)), node("signature", {}, new Uint8Array(64))]),
    node("key", {}, [node("id", {}, new Uint8Array(3))]),
  ]);

  test("a bundle with one bit of the signature turned, and one without a one-time key", () => {
    const spoilt = after({ fault: "bundle-bad-signature" }, "bundle", bundle);
    const key = childNamed(spoilt, "skey");
    const signature = new Uint8Array(64);
    signature[63] = 1;
    expect(key && childNamed(key, "signature")?.content).toEqual(signature);
    expect(childNamed(spoilt, "key")).toBeDefined();
    expect(childNamed(after({ fault: "bundle-without-one-time-key" }, "bundle", bundle), "key")).toBeUndefined();
  });

  test("not on an error instead of a bundle", () => {
    const missing = node("user", { jid: "9@interop" }, [node("error", { code: "404" })]);
    expect(after({ fault: "bundle-bad-signature" }, "bundle", missing)).toBe(missing);
  });

  test("a refused message, login and enlistment, with the given code", () => {
    expect(after({ fault: "message-ack-error", params: { error: "463" } }, "message-ack", undefined)).toBe("463");
    expect(after({ fault: "login-failure", params: { reason: 401 } }, "login", undefined)).toBe("401");
    expect(after({ fault: "enlistment-refused" }, "enlistment-reply", undefined)).toBe("bad_integrator");
  });

  test("a frame in pieces, the first of one byte", () => {
    const frame = Uint8Array.from({ length: 50 }, (_, index) => index);
    const pieces = after({ fault: "frames-split", params: { bytes: 20 } }, "writes", [frame]);
    expect(pieces.map(({ length }) => length)).toEqual([1, 20, 20, 9]);
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(frame));
    const large = after({ fault: "frames-split", params: { bytes: 1 } }, "writes", [new Uint8Array(100_000)]);
    expect(large.length).toBeLessThan(300);
  });
});
