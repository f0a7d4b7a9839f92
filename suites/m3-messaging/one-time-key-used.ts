import { bytesToUint } from "../../core/bytes.js";
import { bytesIn, check, childOf, type TraceNode } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/one-time-key-used", {
  requirement: "M3-06",
  scenario: conversation,
  reached: (trace) => openedMessages(trace).filter((entry) => entry.inspection?.kind === "pkmsg"),
  judge({ expect, reached: [first], trace }) {
    const bundle = trace
      .before(first)
      .stanzas.toProvider.tag("iq")
      .withChild("list")
      .list.map(({ node }) => childOf(childOf(node, "list"), "user"))
      .at(-1);
    expect("one-time pre-key id", first.inspection?.preKeyId, first).is(idOf(childOf(bundle, "key")));
    expect("signed pre-key id", first.inspection?.signedPreKeyId, first).is(idOf(childOf(bundle, "skey")));
  },
  hint: "Use the one-time pre-key that the bundle offers and name its id: it is what makes a replayed first message fail.",
  mutants: { "ignores-one-time-key": "one-time pre-key id" },
});

function idOf(key: TraceNode | undefined): number | undefined {
  const id = bytesIn(childOf(key, "id"));
  return id === undefined ? undefined : bytesToUint(id);
}
