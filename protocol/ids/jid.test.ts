import { describe, expect, test } from "@jest/globals";
import { bareJid, formatJid, interopJid, isGroup, isJidServer, parseJid, phoneJid, serverOf, userJid } from "./jid.js";

describe("parseJid", () => {
  test.each([
    ["4915550001111@s.whatsapp.net", { user: "4915550001111", server: "s.whatsapp.net", device: 0 }],
    ["4915550001111:2@s.whatsapp.net", { user: "4915550001111", server: "s.whatsapp.net", device: 2 }],
    ["491.1:2@s.whatsapp.net", { user: "491", server: "s.whatsapp.net", device: 2, agent: 1 }],
    ["77:3@lid", { user: "77", server: "lid", device: 3 }],
    ["12-345@interop", { user: "345", server: "interop", device: 0, integrator: 12 }],
    ["12-345:2@interop", { user: "345", server: "interop", device: 2, integrator: 12 }],
    ["345@interop", { user: "345", server: "interop", device: 0 }],
    ["4915-1500@g.us", { user: "4915-1500", server: "g.us", device: 0 }],
    ["status@broadcast", { user: "status", server: "broadcast", device: 0 }],
  ])("reads %s and writes it back", (text, jid) => {
    expect(parseJid(text)).toEqual(jid);
    expect(formatJid(jid as ReturnType<typeof phoneJid>)).toBe(text);
  });

  test.each([
    "",
    "@",
    "s.whatsapp.net",
    "@lid",
    "1@",
    "1@example.org",
    "a b@lid",
    "1:@lid",
    "1:x@lid",
    "1:01@lid",
    "1:65536@lid",
    "1@lid@lid",
    "1:2@g.us",
    "1.256@lid",
    "é@lid",
    "1@lid\n",
    "12-3.4@interop",
    `${"1".repeat(129)}@lid`,
  ])("refuses %j", (text) => {
    expect(parseJid(text)).toBeUndefined();
  });

  test("reads device 0, which formatting leaves out", () => {
    const jid = parseJid("1:0@lid");
    expect(jid && formatJid(jid)).toBe("1@lid");
  });

  test("takes no integrator number beyond 16 bits", () => {
    expect(parseJid("65536-1@interop")).toEqual({ user: "65536-1", server: "interop", device: 0 });
  });
});

test("bareJid drops device and agent and keeps the integrator", () => {
  expect(bareJid(interopJid(12, "345", 7))).toEqual(interopJid(12, "345"));
  expect(bareJid({ user: "1", server: "lid", device: 3, agent: 2 })).toEqual({ user: "1", server: "lid", device: 0 });
});

test("constructors refuse what the wire cannot carry", () => {
  expect(() => interopJid(0, "1")).toThrow(RangeError);
  expect(() => interopJid(65536, "1")).toThrow(RangeError);
  expect(() => interopJid(1, "1", -1)).toThrow(RangeError);
  expect(() => phoneJid("+49")).toThrow(RangeError);
});

test("a bare server is an address without a user", () => {
  expect(isJidServer("s.whatsapp.net")).toBe(true);
  expect(isJidServer("example.org")).toBe(false);
});

test("a user has the server that is given, and the text tells it again", () => {
  const address = formatJid(userJid("77", "lid"));
  expect(address).toBe("77@lid");
  expect(serverOf(address)).toBe("lid");
  expect(serverOf("77:3@lid")).toBe("lid");
  expect(serverOf("lid")).toBeUndefined();
  expect(serverOf(undefined)).toBeUndefined();
  expect(() => userJid("", "lid")).toThrow(RangeError);
  expect(isGroup("120363000000000001@g.us")).toBe(true);
  expect(isGroup("1@lid")).toBe(false);
});
