import { expect, test } from "@jest/globals";
import { node } from "../../protocol/stanza/node.js";
import { changeNodes, withAttribute, withoutChild } from "./edit.js";

test("nodes are edited in place and otherwise kept", () => {
  const tree = node("a", { x: "1" }, [node("b", {}, [node("c")]), node("d", {}, "text")]);
  expect(withoutChild(tree, "b")).toEqual(node("a", { x: "1" }, [node("d", {}, "text")]));
  expect(changeNodes(tree, "c", (found) => withAttribute(found, "y", "2"))).toEqual(
    node("a", { x: "1" }, [node("b", {}, [node("c", { y: "2" })]), node("d", {}, "text")]),
  );
});
