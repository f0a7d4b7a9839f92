import type { FaultId, FaultRequest } from "../../harness/ports/faults.js";
import { establish } from "../kit/conversation.js";
import { expectFollowerShown, expectNotTakenAsItCame, faultsOnMessages } from "../kit/faults.js";
import { check, type Check, type CheckRow, scenario, type TraceEntry } from "../kit/index.js";

/**
 * A running session, and in it one odd message after another, each followed by one in order. Those that lead to a retry
 * come last, because the answer to a retry begins a new session.
 */
export const oddMessages = scenario("scenarios/odd-messages", ["text", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob, hears, says } = await establish(context);
  // One older than the profile's version and one newer.
  const versions = [0x23, 0x33, 0x44].filter((byte) => byte !== Number.parseInt(meta.profile.session.firstByte, 16));
  for (const [index, fault] of faults(versions.toReversed()).entries()) {
    // A client that has gone does not come back in this scenario; the rest would be waited for in vain.
    if (meta.session(alice.login) === undefined) return;
    meta.arm(fault);
    const { id } = await bob.send(alice.login, { type: "text", text: `Number ${index} is odd.` });
    await hears(`Number ${index} is followed by one in order.`);
    const answer = (type: string | undefined) => (entry: TraceEntry) =>
      entry.kind === "stanza" &&
      entry.direction === "in" &&
      entry.node.attrs["id"] === id &&
      entry.node.attrs["type"] === type;
    // Stanzas keep their order: a client that asks for the odd one has done so by now.
    if (!meta.journal.entries.some(answer("retry"))) continue;
    await wait("stanza", answer(undefined));
    // An answer, so that the next one comes as an ordinary message again.
    await says("Now I have it.");
  }
});

const faults = (versions: readonly number[]): readonly FaultRequest[] => [
  { fault: "message-duplicated" },
  { fault: "enc-version" },
  { fault: "enc-twice" },
  { fault: "plaintext-empty" },
  { fault: "content-unknown" },
  { fault: "content-wrapped" },
  { fault: "content-extended" },
  { fault: "sender-key-added" },
  { fault: "sender-key-added", params: { content: "dropped" } },
  { fault: "ciphertext-corrupted" },
  ...versions.map((byte): FaultRequest => ({ fault: "signal-version", params: { byte } })),
];

/** An odd message must not be taken as it came, and the one behind it must be shown. */
export function refusesOddMessage(id: string, row: CheckRow & { readonly fault: FaultId }): Check {
  return check(id, {
    ...row,
    scenario: oddMessages,
    reached: (trace) => faultsOnMessages(trace, row.fault),
    judge({ expect, reached, trace }) {
      for (const fault of reached) {
        expectNotTakenAsItCame(expect, trace, fault);
        expectFollowerShown(expect, trace, fault);
      }
    },
  });
}
