import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { concat, utf8 } from "../../core/bytes.js";
import type { ChatClient } from "../../mock-server/servers/chat/testing/chat-client.js";
import { iq } from "../../mock-server/testing/engine-bench.js";
import { type Enlisted, messageStanza, type Rig, startRig } from "../../mock-server/testing/rig.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { packPayload } from "../../protocol/stanza/payload.js";
import { toXml } from "../../protocol/stanza/xml/write.js";

/** What a client sends after login, and the code with which its connection ends; without a code the connection stays. */
interface Attack {
  readonly sends: (victim: string) => Uint8Array;
  readonly ends?: string;
}

const flagged = (...bytes: readonly number[]) => concat(Uint8Array.of(2), deflateSync(Uint8Array.from(bytes)));
const nested = (levels: number): StanzaNode => {
  let inner = node("a");
  for (let level = 1; level < levels; level++) inner = node("a", {}, [inner]);
  return inner;
};
const attributes = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, ""]));
const million = "x".repeat(900_000);

const binary: Readonly<Record<string, Attack>> = {
  "64 MiB that are deflated to 64 KiB": {
    sends: () => concat(Uint8Array.of(2), deflateSync(new Uint8Array(64 * 2 ** 20))),
    ends: "too-large",
  },
  "a zlib stream within a zlib stream": { sends: () => flagged(2, ...deflateSync(Uint8Array.of(0))), ends: "bad-list" },
  "a zlib stream that is cut off": { sends: () => flagged(248, 1, 19).subarray(0, 6), ends: "bad-compression" },
  "a thousand levels": { sends: () => packPayload(nested(1000)), ends: "too-deep" },
  "32,000 attributes": { sends: () => packPayload(node("iq", attributes(32_000))), ends: "too-many-attributes" },
  "70,000 nodes": {
    sends: () =>
      packPayload(
        node(
          "iq",
          {},
          [1, 2].map(() => node("a", {}, Array<StanzaNode>(35_000).fill(node("b")))),
        ),
      ),
    ends: "too-many-nodes",
  },
  "an attribute that is not UTF-8": {
    sends: () => Uint8Array.of(0, 0xf8, 3, 19, 0xfc, 1, 0x78, 0xfc, 2, 0xff, 0xff),
    ends: "bad-string",
  },
  nothing: { sends: () => new Uint8Array(0), ends: "truncated" },
  "a flag that nobody knows": { sends: () => Uint8Array.of(64, 0xf8, 1, 19), ends: "unknown-flag" },
  "more than a stanza may have": {
    sends: (victim) => packPayload(messageStanza("big", victim, new Uint8Array(2 ** 20 + 1))),
    ends: "too-large",
  },
  "an address of 900,000 characters": { sends: () => packPayload(messageStanza("far", `${million}@interop`)) },
  "an id of 900,000 characters": { sends: (victim) => packPayload(messageStanza(million, victim)) },
  "the name of every object": {
    sends: (victim) => packPayload(node("message", { ["__proto__"]: "x", constructor: "y", id: "p", to: victim }, [])),
  },
  "a request for the keys of 20,000 users": {
    sends: (victim) =>
      packPayload(
        iq("get", "encrypt", [node("key", {}, Array<StanzaNode>(20_000).fill(node("user", { jid: victim })))], "k"),
      ),
  },
};

const xml: Readonly<Record<string, Attack>> = {
  "100,000 attributes": { sends: () => utf8(toXml(node("iq", attributes(100_000)))), ends: "too-many-attributes" },
  "100,000 levels": { sends: () => utf8("<a>".repeat(100_000)), ends: "too-deep" },
  "entities that double ten times": {
    sends: () => utf8(`<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>`),
    ends: "xml-forbidden-construct",
  },
  "a file of the machine as an entity": {
    sends: () => utf8(`<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>`),
    ends: "xml-forbidden-construct",
  },
  "bytes that are not UTF-8": { sends: () => Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe), ends: "xml-not-well-formed" },
  "text without an end": { sends: () => utf8(`<a b="${million}`), ends: "xml-not-well-formed" },
};

describe.each([
  ["binary", binary],
  ["xml", xml],
] as const)("after login, over the %s wire, a client that sends", (wire, attacks) => {
  let rig: Rig;
  let victim: Enlisted;
  let bystander: ChatClient;
  beforeAll(async () => {
    rig = await startRig({ channel: { wire } });
    victim = await rig.enlist("victim");
    bystander = await rig.connect(victim);
  });
  afterAll(() => rig.close());

  async function answers(client: ChatClient, id: string): Promise<void> {
    const ping = iq("get", "w:p", undefined, id);
    if (wire === "xml") client.sendPlaintext(utf8(toXml(ping)));
    else client.send(ping);
    await rig.meta.journal.wait(
      (entry) => entry.kind === "stanza" && entry.direction === "out" && entry.node.attrs["id"] === id,
      {
        ms: 120_000,
      },
    );
  }

  test.each(Object.entries(attacks))("%s harms itself alone", async (name, { sends, ends }) => {
    const attacker = await rig.connect(await rig.enlist(`attacker ${name}`));
    const bytes = sends(victim.login);
    const before = rig.meta.journal.last;
    attacker.sendPlaintext(bytes);
    if (ends === undefined) await answers(attacker, `still ${name}`);
    else {
      await attacker.closed;
      const bad = rig.meta.journal.entries.filter(({ seq, kind }) => seq > before && kind === "bad-frame");
      expect(bad).toMatchObject([{ by: "provider", code: ends }]);
    }
    await answers(bystander, `bystander ${name}`);
    const written = JSON.stringify(rig.meta.journal.entries.filter(({ seq }) => seq > before)).length;
    expect(written).toBeLessThan(ends === undefined ? 8 * bytes.length + 100_000 : 100_000);
    attacker.end();
  });
});
