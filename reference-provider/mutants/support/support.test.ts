import { expect, test } from "@jest/globals";
import { node } from "../../../protocol/stanza/node.js";
import { addressOf } from "../../../signal/address.js";
import { sessionEngine } from "../../../signal/engine.js";
import { inspectMessage } from "../../../signal/inspect.js";
import { changeNodes, withAttribute, withoutChild } from "./edit-node.js";
import { withOtherRegistrationId } from "./registration-id.js";

test.each([1, 300, 0x7fff_ffff])(
  "a pre-key message names another registration id than %d and still opens",
  async (id) => {
    const engine = sessionEngine("x3dh-v3");
    const [sender, receiver] = [engine.createAccount({ registrationId: id }), engine.createAccount()];
    const [from, to] = [addressOf("1-2@interop"), addressOf("3@s.whatsapp.net")];
    await sender.openSession(to, receiver.bundle());
    const { bytes } = await sender.encrypt(to, Uint8Array.of(1, 2, 3));
    const changed = withOtherRegistrationId(bytes);
    expect(inspectMessage("pkmsg", changed).outer?.registrationId).toBe(id ^ 1);
    expect((await receiver.decrypt(from, { type: "pkmsg", bytes: changed })).plaintext).toEqual(Uint8Array.of(1, 2, 3));
  },
);

test("nodes are edited in place and otherwise kept", () => {
  const tree = node("a", { x: "1" }, [node("b", {}, [node("c")]), node("d", {}, "text")]);
  expect(withoutChild(tree, "b")).toEqual(node("a", { x: "1" }, [node("d", {}, "text")]));
  expect(changeNodes(tree, "c", (found) => withAttribute(found, "y", "2"))).toEqual(
    node("a", { x: "1" }, [node("b", {}, [node("c", { y: "2" })]), node("d", {}, "text")]),
  );
});
