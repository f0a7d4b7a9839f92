import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { toHex } from "../../core/bytes.js";
import { bytesOf, childNamed, childrenNamed, childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { ada, engineBench, iq, stanzasTo, user } from "../testing/engine-bench.js";
import { freshKeys, messageStanza, uploadStanza } from "../testing/rig.js";
import { signedPreKeyNode } from "./key-bytes.js";

function connected(change = {}) {
  const bench = engineBench(change);
  const account = bench.enlist();
  bench.connect();
  return { ...bench, account };
}

const keysOf = (jid: string): StanzaNode => iq("get", "encrypt", [node("key", {}, [node("user", { jid })])]);

function bundleIn(stanza: StanzaNode | undefined): StanzaNode | undefined {
  const list = stanza && childNamed(stanza, "list");
  return list && childNamed(list, "user");
}

const errorIn = (stanza: StanzaNode | undefined) => stanza && childNamed(stanza, "error")?.attrs["code"];

describe("upload", () => {
  test("is stored and counted, and each key is handed out once, in order", () => {
    const bench = connected();
    bench.join();
    const [answer] = stanzasTo("c1", bench.client(uploadStanza(bench.account, 2)));
    expect(answer).toEqual(node("iq", { type: "result", id: "upload", from: "s.whatsapp.net" }));
    const [count] = stanzasTo("c1", bench.client(iq("get", "encrypt", [node("count")])));
    expect(count?.content).toEqual([node("count", { value: "2" })]);
    const handedOut = [1, 2, 3].map(() => {
      const bundle = bundleIn(stanzasTo(user, bench.user(keysOf(ada)))[0]);
      const key = bundle && childNamed(bundle, "key");
      const id = key && childNamed(key, "id");
      return id && toHex(bytesOf(id) ?? new Uint8Array());
    });
    expect(handedOut).toEqual(["000001", "000002", undefined]);
  });

  test("carries exactly what was enlisted", () => {
    const bench = connected();
    bench.join();
    bench.client(uploadStanza(bench.account, 1));
    const bundle = bundleIn(stanzasTo(user, bench.user(keysOf(ada)))[0]);
    expect(bundle?.attrs).toEqual({ jid: ada });
    expect(childrenOf(bundle ?? node("none")).map(({ tag }) => tag)).toEqual([
      "registration",
      "type",
      "identity",
      "skey",
      "key",
    ]);
    const identity = bundle && childNamed(bundle, "identity");
    expect(identity?.content).toEqual(bench.account.identity);
  });

  test("of another identity than the enlisted one is refused", () => {
    const bench = connected();
    expect(errorIn(stanzasTo("c1", bench.client(uploadStanza(freshKeys(), 1)))[0])).toBe("406");
    expect(bench.engine.account(ada)?.preKeysLeft).toBe(0);
  });

  test("that is too large or malformed is refused", () => {
    const bench = connected({ keys: { maximumUpload: 3 } });
    expect(errorIn(stanzasTo("c1", bench.client(uploadStanza(bench.account, 4)))[0])).toBe("406");
    const upload = uploadStanza(bench.account, 1);
    const without = (tag: string) => ({ ...upload, content: childrenOf(upload).filter((child) => child.tag !== tag) });
    expect(errorIn(stanzasTo("c1", bench.client(without("skey")))[0])).toBe("400");
    expect(errorIn(stanzasTo("c1", bench.client(without("registration")))[0])).toBe("400");
  });
});

test("rotation replaces the signed pre-key and nothing else", () => {
  const bench = connected();
  bench.join();
  const { signedPreKey } = freshKeys();
  const rotate = node("rotate", {}, [signedPreKeyNode({ ...signedPreKey, id: 9 })]);
  const [answer] = stanzasTo("c1", bench.client(iq("set", "encrypt", [rotate])));
  expect(answer?.attrs["type"]).toBe("result");
  const bundle = bundleIn(stanzasTo(user, bench.user(keysOf(ada)))[0]);
  expect(bundle && childNamed(bundle, "skey")).toEqual(signedPreKeyNode({ ...signedPreKey, id: 9 }));
  expect(errorIn(stanzasTo("c1", bench.client(iq("set", "encrypt", [node("rotate")])))[0])).toBe("400");
});

test("the digest is the hash over the keys as listed", () => {
  const bench = connected();
  const upload = uploadStanza(bench.account, 2);
  bench.client(upload);
  const [answer] = stanzasTo("c1", bench.client(iq("get", "encrypt", [node("digest")])));
  const digest = answer && childNamed(answer, "digest");
  const { identity, signedPreKey } = bench.account;
  const hash = createHash("sha1").update(identity).update(signedPreKey.publicKey).update(signedPreKey.signature);
  for (const key of childrenNamed(childNamed(upload, "list") ?? node("none"), "key")) {
    const value = childNamed(key, "value");
    hash.update((value && bytesOf(value)) ?? new Uint8Array());
  }
  const found = digest && childNamed(digest, "hash");
  expect(found?.content).toEqual(Uint8Array.from(hash.digest()));
});

describe("few keys", () => {
  test("cause one notice when their number falls below the mark", () => {
    const bench = connected({ keys: { lowWater: 2 } });
    bench.join();
    bench.client(uploadStanza(bench.account, 3));
    const notices = [1, 2, 3].map(() => stanzasTo("c1", bench.user(keysOf(ada))));
    expect(notices.map((sent) => sent.length)).toEqual([0, 1, 0]);
    expect(notices[1]?.[0]).toMatchObject({ attrs: { type: "encrypt" }, content: [{ attrs: { value: "1" } }] });
  });

  test("cause another notice at the next login", () => {
    const bench = connected();
    bench.client(uploadStanza(bench.account, 3));
    bench.disconnect();
    const notices = stanzasTo("c2", bench.connect("c2")).filter(({ tag }) => tag === "notification");
    expect(notices.map(({ content }) => content)).toEqual([[node("count", { value: "3" })]]);
  });
});

describe("fetching", () => {
  test("answers for each user, with an error for unknown ones", () => {
    const bench = connected();
    bench.join();
    bench.user(uploadStanza(freshKeys(), 1));
    const asked = [node("user", { jid: user }), node("user", { jid: "99900@s.whatsapp.net" })];
    const [answer] = stanzasTo("c1", bench.client(iq("get", "encrypt", [node("key", {}, asked)])));
    const found = childrenNamed((answer && childNamed(answer, "list")) ?? node("none"), "user");
    expect(found.map(({ attrs, content }) => [attrs["jid"], (content as StanzaNode[])[0]?.tag])).toEqual([
      [user, "registration"],
      ["99900@s.whatsapp.net", "error"],
    ]);
  });

  test("without a user is refused", () => {
    expect(errorIn(stanzasTo("c1", connected().client(iq("get", "encrypt", [node("key")])))[0])).toBe("400");
  });
});

test("a simulated user with a new identity is announced to those who know it", () => {
  const bench = connected();
  bench.join();
  bench.user(uploadStanza(freshKeys(), 3));
  expect(stanzasTo("c1", bench.user(uploadStanza(freshKeys(), 3)))).toEqual([]);
  bench.user(messageStanza("A", ada));
  expect(stanzasTo("c1", bench.user(uploadStanza(freshKeys(), 2)))).toEqual([
    node("notification", { id: "2", from: user, type: "encrypt", t: "1750000000" }, [node("identity")]),
  ]);
});
