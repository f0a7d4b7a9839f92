import { sendDeviantMessage } from "../kit/deviant-message.js";
import { scenario, type TraceNode } from "../kit/index.js";

/** A message that does not decrypt, asked for again, and sent again by its sender. */
export const corruptedMessage = scenario("scenarios/corrupted-message", ["text-receive"], async (context) => {
  const { alice, deviantId } = await sendDeviantMessage(context, { fault: "ciphertext-corrupted" });
  await alice.event("message", (event) => event["id"] === deviantId);
  await context.wait("stanza", ({ direction, node }) => direction === "in" && isReceipt(node, deviantId));
});

/** Of delivery, which has no type. */
function isReceipt({ tag, attrs }: TraceNode, id: string): boolean {
  return tag === "receipt" && attrs["id"] === id && attrs["type"] === undefined;
}
