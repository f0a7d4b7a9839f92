import { showText } from "../kit/conversation.js";
import { scenario } from "../kit/index.js";
import { textsIn } from "../kit/json.js";
import { idsIn } from "../kit/receipts.js";
import { isOpening } from "../kit/texts.js";

/**
 * Each side reads one message of the other and then two at once; one receipt of delivery has an empty type. At the end the server passes on a receipt of a type that
 * does not exist yet.
 */
export const receipts = scenario(
  "scenarios/receipts",
  ["text", "text-receive", "receipts", "read-receipts"],
  async (context) => {
    const { meta, wait } = context;
    const { alice, bob } = await showText(context);

    const heard: string[] = [];
    for (const text of ["One to read", "two", "three"])
      heard.push((await bob.send(alice.login, { type: "text", text })).id);
    for (const id of heard) await alice.event("message", (event) => event["id"] === id);
    const [first = "", ...others] = heard;
    for (const ids of [[first], others]) {
      await alice.read(bob.jid, ids);
      for (const id of ids) {
        await wait(
          "stanza",
          ({ direction, node }) =>
            direction === "in" && node.tag === "receipt" && node.attrs["type"] === "read" && idsIn(node).includes(id),
        );
      }
    }

    meta.arm({ fault: "receipt-type-empty" });
    const { id: oddly } = await alice.send(bob.jid, { type: "text", text: "Tell me that you have this." });
    await alice.event("receipt", (event) => textsIn(event, "ids").includes(oddly));

    const said: string[] = [];
    for (const text of ["And one for you", "five", "six", "never read"])
      said.push((await alice.send(bob.jid, { type: "text", text })).id);
    for (const id of said) await wait("opened", isOpening(id));
    const [single = "", second = "", third = "", unread = ""] = said;
    bob.read(alice.login, [single]);
    bob.read(alice.login, [second, third]);
    for (const id of [single, third]) {
      await alice.event("receipt", (event) => event["type"] === "read" && textsIn(event, "ids").includes(id));
    }

    // Its receipt of delivery is acknowledged by now, so a later ack is about the unknown receipt.
    await wait(
      "stanza",
      ({ direction, node }) => direction === "in" && node.tag === "ack" && node.attrs["id"] === unread,
    );
    meta.session(alice.login)?.send({
      tag: "receipt",
      attrs: { id: unread, from: bob.jid, type: "pondered", t: "1767225600" },
    });
    await wait(
      "stanza",
      ({ direction, node }) => direction === "in" && node.tag === "ack" && node.attrs["type"] === "pondered",
    );
  },
);
