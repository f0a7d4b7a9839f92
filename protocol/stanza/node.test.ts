import { expect, test } from "@jest/globals";
import { utf8 } from "../../core/bytes.js";
import { bytesOf, childNamed, childrenNamed, childrenOf, describe as describeNode, node, textOf } from "./node.js";

const list = node("list", {}, [node("key", { n: "1" }), node("user"), node("key", { n: "2" })]);

test("node leaves undefined attributes out", () => {
  expect(node("iq", { to: "x", type: undefined })).toEqual({ tag: "iq", attrs: { to: "x" } });
});

test("children are found by tag, and are empty for other content", () => {
  expect(childNamed(list, "key")).toEqual(node("key", { n: "1" }));
  expect(childrenNamed(list, "key")).toHaveLength(2);
  expect(childNamed(list, "absent")).toBeUndefined();
  expect(childrenOf(node("body", {}, "text"))).toEqual([]);
});

test("text and bytes read as each other", () => {
  expect(textOf(node("a", {}, utf8("é")))).toBe("é");
  expect(bytesOf(node("a", {}, "é"))).toEqual(utf8("é"));
  expect(textOf(node("a", {}, Uint8Array.of(0xff)))).toBeUndefined();
  expect([textOf(list), bytesOf(list), textOf(node("a")), bytesOf(node("a"))]).toEqual(Array(4).fill(undefined));
});

test("describe is one line without content bytes", () => {
  expect(describeNode(node("message", { to: '1"' }, [node("enc")]))).toBe('<message to="1\\""> enc');
  expect(describeNode(node("enc", {}, new Uint8Array(9)))).toBe("<enc> 9 bytes");
  expect(describeNode(node("a", {}, "b".repeat(50)))).toBe(`<a> "${"b".repeat(40)}…"`);
  expect(describeNode(node("a", {}, Array(10).fill(node("b"))))).toMatch(/and 2 more$/);
});
