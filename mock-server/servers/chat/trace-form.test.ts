import { describe, expect, test } from "@jest/globals";
import { stanzaValidator } from "../../../protocol/stanza/catalogue/validate.js";
import { sampleForms } from "../../../protocol/stanza/catalogue/samples/sample.js";
import { node } from "../../../protocol/stanza/node.js";
import { messageStanza, testProfile } from "../../testing/rig.js";
import { type StanzaCodec, stanzaCodec } from "./codec.js";
import { stanzaReading, survivesWire, toTraceNode } from "./trace-form.js";
import type { ValidateStanza } from "./validator.js";

const catalogue = stanzaValidator(sampleForms);
const validate: ValidateStanza = (stanza, direction) =>
  catalogue(stanza, direction === "in" ? "from-client" : "from-server");
const message = messageStanza("m1", "900-11@interop");

/** Receives a payload as a connection does, and then reads it as the journal does. */
function received(codec: StanzaCodec) {
  return (payload: Uint8Array) => stanzaReading(codec, validate)(payload, validate(codec.decode(payload), "in"));
}

describe.each(["binary", "xml"] as const)("wire %s", (wire) => {
  const { channel } = testProfile();
  const codec = stanzaCodec(testProfile({ channel: { ...channel, wire } }));

  test("what a client sent is told with its violations", async () => {
    const read = received(await codec);
    const payload = (await codec).encode(node("ack", { id: "1", to: "s.whatsapp.net" }), false);
    const { violations } = read(payload);
    expect(violations.map(({ rule, path }) => `${rule} ${path}`)).toEqual(["missing-attribute ack@class"]);
    expect(read((await codec).encode(message, false))).toMatchObject({
      node: toTraceNode(message),
      violations: [],
    });
  });

  test("what we sent reads as it was, however deep and wide", async () => {
    const attrs = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`a${index}`, "x"]));
    let deep = node("leaf", attrs, Uint8Array.of(1));
    for (let depth = 0; depth < 60; depth++) deep = node("n", {}, [deep]);
    const read = stanzaReading(await codec, validate);
    expect(read((await codec).encode(deep, false), undefined)).toMatchObject({ node: toTraceNode(deep), notes: [] });
  });
});

test("texts and empty lists do not survive the wire; everything else does", () => {
  expect(survivesWire(message)).toBe(true);
  expect(survivesWire(node("a"))).toBe(true);
  expect(survivesWire(node("a", {}, "text"))).toBe(false);
  expect(survivesWire(node("a", {}, []))).toBe(false);
  expect(survivesWire(node("a", {}, [node("b", {}, "text")]))).toBe(false);
});
