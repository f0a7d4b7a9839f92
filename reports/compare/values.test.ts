import { describe, expect, it } from "@jest/globals";
import type { StanzaEntry } from "../../harness/model/trace.js";
import { lineOf, shapeFrom } from "./shape.js";
import { differingValues, valuesOf } from "./values.js";

const stanza = {
  seq: 1,
  at: 0,
  scenario: "s",
  by: "provider",
  kind: "stanza",
  connection: "c1",
  account: "900-1@interop",
  direction: "in",
  size: 9,
  compressed: false,
  notes: [],
  violations: [],
} as const;

function keys(...sizes: readonly number[]): StanzaEntry {
  const children = sizes.map((size) => ({ tag: "id", attrs: {}, bytes: Buffer.alloc(size).toString("base64") }));
  return { ...stanza, node: { tag: "iq", attrs: { type: "set", id: "a1b2c3d4-1", to: "s.whatsapp.net" }, children } };
}

describe("the values in an entry", () => {
  it("are attributes and sizes, without what differs between runs", () => {
    expect(valuesOf(keys(3, 3))).toEqual(["iq@type=set", "iq@id=…", "iq@to=s.whatsapp.net", "iq/id: 3 bytes"]);
  });

  it("are none of what the harness sent", () => {
    expect(valuesOf({ ...keys(3), by: "harness" })).toEqual([]);
  });

  it("are kept in a stored transcript", () => {
    const shape = { who: "provider → Meta", what: '<iq type="set">', values: valuesOf(keys(3)) };
    expect(shapeFrom(lineOf(shape))).toEqual(shape);
  });

  it("differ where one side has what the other has not", () => {
    expect(differingValues(valuesOf(keys(4)), valuesOf(keys(3)))).toEqual({
      left: ["iq/id: 4 bytes"],
      right: ["iq/id: 3 bytes"],
    });
  });
});
