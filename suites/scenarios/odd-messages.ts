import type { FaultRequest } from "../../harness/ports/faults.js";
import { establish } from "../kit/established.js";
import { scenario, type TraceEntry } from "../kit/index.js";

/**
 * A running session, and in it one odd message after another, each followed by one in order. Those that lead to a retry
 * come last, because the answer to a retry begins a new session.
 */
const faults = (versions: readonly number[]): readonly FaultRequest[] => [
  { fault: "message-duplicated" },
  { fault: "enc-version" },
  { fault: "enc-twice" },
  { fault: "plaintext-empty" },
  { fault: "content-unknown" },
  { fault: "content-wrapped" },
  { fault: "ciphertext-corrupted" },
  ...versions.map((byte): FaultRequest => ({ fault: "signal-version", params: { byte } })),
];

export const oddMessages = scenario("scenarios/odd-messages", ["text", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob, hears, says } = await establish(context);
  // One from before the profile's version and one from behind it.
  const versions = [0x23, 0x33, 0x44].filter((byte) => byte !== Number.parseInt(meta.profile.session.firstByte, 16));
  for (const [index, fault] of faults(versions.toReversed()).entries()) {
    // Who has gone does not come back in this exchange; what is still to come would only be waited for.
    if (meta.session(alice.login) === undefined) return;
    meta.arm(fault);
    const { id } = await bob.send(alice.login, { type: "text", text: `Number ${index} is odd.` });
    await hears(`Number ${index} is followed by one in order.`);
    const answer = (type: string | undefined) => (entry: TraceEntry) =>
      entry.kind === "stanza" &&
      entry.direction === "in" &&
      entry.node.attrs["id"] === id &&
      entry.node.attrs["type"] === type;
    // Stanzas keep their order, so whoever asks for the odd one has done so by now.
    if (!meta.journal.entries.some(answer("retry"))) continue;
    await wait("stanza", answer(undefined));
    // An answer, so that the next one comes as an ordinary message again.
    await says("Now I have it.");
  }
});
