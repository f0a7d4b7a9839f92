import { expect, test } from "@jest/globals";
import { node } from "../node.js";
import { stanzaValidator } from "./validate.js";
import { sampleForms } from "./samples/sample.js";

const validate = stanzaValidator(sampleForms);

const enc = node("enc", { v: "2", type: "msg" }, new Uint8Array(60));
const messages = (subject: Parameters<typeof validate>[0], direction: Parameters<typeof validate>[1] = "from-client") =>
  validate(subject, direction).map(({ message }) => message);

test("a violation says where, what and what was wanted", () => {
  expect(validate(node("message", { to: "1@lid", id: "1", type: "text", phash: "2:x" }, [enc]), "from-client")).toEqual(
    [
      {
        stanza: "message",
        path: "message@phash",
        rule: "unknown-attribute",
        message: 'message: attribute "phash" is not allowed here',
      },
    ],
  );
});

test("a message with both a direct enc and a fan-out is refused, as the server does (interop fact 49)", () => {
  const fanOut = node("participants", {}, [node("to", { jid: "1@lid" }, [enc])]);
  expect(messages(node("message", { to: "1@lid", id: "1", type: "text" }, [enc, fanOut]))).toEqual([
    'message: child "participants" is not allowed here',
  ]);
});

test("values are validated", () => {
  const bad = node("message", { to: "bob", id: "", type: "poll" }, [node("enc", { v: "3", type: "skmsg" }, "")]);
  expect(messages(bad)).toEqual([
    'message: attribute "to" is "bob", wanted the address of one user: digits@s.whatsapp.net, digits@lid or integrator-digits@interop',
    'message: attribute "id" is "", wanted an id of 1 to 128 visible ASCII characters',
    'message: attribute "type" is "poll", wanted one of "text", "media", "reaction"',
    'message/enc: attribute "v" is "3", wanted "2"',
    'message/enc: attribute "type" is "skmsg", wanted one of "pkmsg", "msg"',
    "message/enc: content is 0 bytes, wanted 1 to 1048576 bytes",
  ]);
});

test("key uploads are validated to the byte, and repeated elements by their place", () => {
  const key = (width: number) =>
    node("key", {}, [node("id", {}, new Uint8Array(3)), node("value", {}, new Uint8Array(width))]);
  const upload = node("iq", { id: "1", to: "s.whatsapp.net", type: "set", xmlns: "encrypt" }, [
    node("registration", {}, new Uint8Array(4)),
    node("type", {}, Uint8Array.of(6)),
    node("identity", {}, new Uint8Array(33)),
    node("list", {}, [key(32), key(33)]),
  ]);
  expect(messages(upload)).toEqual([
    'iq: child "skey" is missing',
    'iq/type: content is hexadecimal "06", wanted "05"',
    "iq/identity: content is 33 bytes, wanted exactly 32 bytes",
    "iq/list/key[1]/value: content is 33 bytes, wanted exactly 32 bytes",
  ]);
});

test("milliseconds are not seconds", () => {
  const read = node("receipt", { to: "1@lid", id: "1", type: "read", t: "1760000000000" });
  expect(messages(read)).toEqual(['receipt: attribute "t" is "1760000000000", wanted unix time in whole seconds']);
});

test("choices take exactly one kind of child", () => {
  expect(messages(node("chatstate", { to: "1@lid" }))).toEqual([
    'chatstate: a child is missing, wanted one of "composing", "paused"',
  ]);
  expect(messages(node("chatstate", { to: "1@lid" }, [node("composing"), node("paused")]))).toEqual([
    "chatstate: children of several kinds are there, wanted one kind",
  ]);
});

test("unknown stanzas say what was looked at", () => {
  expect(messages(node("iq", { type: "get", xmlns: "x" }, [node("y")]))).toEqual([
    'iq: no known form has xmlns "x", type "get", child y',
  ]);
  expect(messages(node("success"))).toEqual(["success: no stanza of this name is known from-client"]);
  expect(messages(node("__proto__"))).toEqual(["__proto__: no stanza of this name is known from-client"]);
});

test("names that a tree inherits nothing from are no escape", () => {
  expect(messages(node("xmlstreamend", { constructor: "1" }, [node("__proto__"), node("toString")]))).toEqual([
    'xmlstreamend: attribute "constructor" is not allowed here',
    'xmlstreamend: child "__proto__" is not allowed here',
    'xmlstreamend: child "toString" is not allowed here',
  ]);
});

test("hostile stanzas get a bounded list", () => {
  const attrs = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`a${index}`, "x".repeat(1000)]));
  const found = validate(node("xmlstreamend", attrs), "from-client");
  expect(found).toHaveLength(50);
});
