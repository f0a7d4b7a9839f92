import { beforeEach, describe, expect, test } from "@jest/globals";
import type { FaultRequest } from "../../harness/ports/faults.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import { loadProfile } from "../../profiles/load.js";
import { childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { seededRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { addressOf } from "../../signal/address.js";
import { inspectMessage } from "../../signal/inspect.js";
import { messageTo, type ProviderPeer, providerPeer } from "../testing/provider-peer.js";

const { profile } = await loadProfile("whatsapp");

let peer: ProviderPeer;
let user: WhatsAppUser;

beforeEach(async () => {
  peer = providerPeer({ profile, clock: systemClock, random: seededRandom("sessions") });
  user = await peer.users.create();
});

const text = (words: string) => ({ type: "text", text: words }) as const;

/** Sends under the fault, and answers with what came: stanzas not opened yet. */
async function under(fault: FaultRequest, words = "odd"): Promise<StanzaNode[]> {
  peer.faults.arm(fault);
  await user.send(peer.login, text(words));
  return messages();
}

async function messages(): Promise<StanzaNode[]> {
  await peer.settle();
  return peer.take("message");
}

function encOf(message: StanzaNode | undefined): Uint8Array {
  const content = message && childNamed(message, "enc")?.content;
  return content instanceof Uint8Array ? content : new Uint8Array();
}

/** Both have written and been read. */
async function establish(): Promise<StanzaNode | undefined> {
  await user.send(peer.login, text("first"));
  const [first] = await messages();
  await peer.open(first);
  await peer.sendText(user.jid, "M1", "hi");
  return first;
}

describe("faults against a running session", () => {
  test("a held-back message follows the next one, and opens", async () => {
    await establish();
    expect(await under({ fault: "message-held-back", times: 2 }, "one")).toEqual([]);
    await user.send(peer.login, text("two"));
    await user.send(peer.login, text("three"));
    const opened: unknown[] = [];
    for (const message of await messages()) opened.push(await peer.open(message));
    expect(opened).toEqual([text("three"), text("one"), text("two")]);
  });

  test("skipped messages leave a gap in the counters, and the next message opens", async () => {
    await establish();
    const [message] = await under({ fault: "messages-skipped", params: { count: 500 } });
    expect(inspectMessage("msg", encOf(message)).counter).toBe(500);
    expect(await peer.open(message)).toEqual(text("odd"));
  });

  test("a replay is an earlier ciphertext under a new id", async () => {
    const first = await establish();
    const [replay] = await under({ fault: "ciphertext-replayed", params: { of: first?.attrs["id"] ?? "" } });
    expect(encOf(replay)).toEqual(encOf(first));
    expect(replay?.attrs["id"]).not.toBe(first?.attrs["id"]);
    await expect(peer.open(replay)).rejects.toMatchObject({ code: "duplicate-message" });
  });

  test("a stranger writes with other keys, and the user's session does not change", async () => {
    await establish();
    const known = peer.account.identityOf(addressOf(user.jid));
    const [spoofed] = await under({ fault: "identity-spoofed" });
    expect(await peer.open(spoofed)).toEqual(text("odd"));
    expect(peer.account.identityOf(addressOf(user.jid))).not.toEqual(known);
    await user.send(peer.login, text("me again"));
    expect(await peer.open((await messages())[0])).toEqual(text("me again"));
  });

  test("another version, in the signal message and in its element", async () => {
    await establish();
    const [message] = await under({ fault: "signal-version", params: { byte: 0x44 } });
    await expect(peer.open(message)).rejects.toMatchObject({ code: "unsupported-version" });
    const [other] = await under({ fault: "enc-version" });
    expect(childNamed(other ?? node("none"), "enc")?.attrs["v"]).toBe("3");
  });

  test("the same element twice", async () => {
    await establish();
    const [message] = await under({ fault: "enc-twice" });
    const encs = childrenNamed(message ?? node("none"), "enc");
    expect(encs).toEqual([encs[0], encs[0]]);
  });

  test("plaintexts without a byte, of unknown content, in a wrapper", async () => {
    await establish();
    await expect(peer.open((await under({ fault: "plaintext-empty" }))[0])).rejects.toMatchObject({
      code: "bad-padding",
    });
    const unknown = await peer.open((await under({ fault: "content-unknown" }))[0]);
    expect(unknown).toEqual({ type: "unknown", fields: [2047] });
    const wrapped = await peer.open((await under({ fault: "content-wrapped" }))[0]);
    expect(wrapped).toEqual({ type: "unknown", fields: [40] });
  });
});

describe("faults at the beginning of a session", () => {
  test("an unknown signed pre-key is named, without authentication", async () => {
    const [message] = await under({ fault: "signed-key-unknown" });
    await expect(peer.open(message)).rejects.toMatchObject({ code: "unknown-signed-pre-key" });
  });

  test("keys fetched before a rotation are used after it", async () => {
    const { id } = peer.account.signedPreKey();
    await user.prepare(peer.login);
    peer.account.rotateSignedPreKey();
    await user.send(peer.login, text("late"));
    const [message] = await messages();
    expect(inspectMessage("pkmsg", encOf(message)).outer?.signedPreKeyId).toBe(id);
  });
});

describe("faults of retry receipts", () => {
  async function ask(id: string): Promise<StanzaNode | undefined> {
    peer.say(messageTo(user.jid, id, await peer.seal(user.jid, text("hello"))));
    await peer.settle();
    return peer.take("receipt")[0];
  }

  const countOf = (receipt: StanzaNode | undefined): string | undefined =>
    receipt && childNamed(receipt, "retry")?.attrs["count"];

  test("without a limit", async () => {
    await peer.openSession(user.jid);
    const { maximumRetries } = profile.receipts;
    peer.faults.arm({ fault: "retry-endless", times: maximumRetries + 2 });
    const counts: (string | undefined)[] = [];
    for (let asked = 0; asked < maximumRetries + 2; asked++) counts.push(countOf(await ask("M1")));
    expect(counts.at(-1)).toBe(`${maximumRetries + 2}`);
  });

  test("under another registration id", async () => {
    await peer.openSession(user.jid);
    peer.faults.arm({ fault: "retry-requested", times: 2 });
    const registration = async (id: string): Promise<StanzaNode | undefined> => {
      const receipt = await ask(id);
      return receipt && childNamed(receipt, "registration");
    };
    const lawful = await registration("M1");
    peer.faults.arm({ fault: "retry-other-registration" });
    expect((await registration("M2"))?.content).not.toEqual(lawful?.content);
  });
});

test("a new identity without a notice", async () => {
  await establish();
  peer.take("notification");
  peer.faults.arm({ fault: "identity-notice-withheld" });
  await user.changeIdentity();
  expect(peer.take("notification")).toEqual([]);
});

test.each([
  ["identity", ["identity"], 31],
  ["signed-key", ["skey", "value"], 31],
  ["signature", ["skey", "signature"], 63],
  ["one-time-key", ["key", "value"], 31],
] as const)("a bundle whose %s lacks a byte", async (part, path, width) => {
  peer.faults.arm({ fault: "bundle-bad-width", params: { part } });
  peer.say(
    node("iq", { id: "k", type: "get", xmlns: "encrypt" }, [node("key", {}, [node("user", { jid: user.jid })])]),
  );
  const list = childNamed(peer.take("iq")[0] ?? node("iq"), "list");
  const found = path.reduce<StanzaNode | undefined>(
    (holder, tag) => holder && childNamed(holder, tag),
    list && childNamed(list, "user"),
  );
  expect(found?.content).toHaveLength(width);
});
