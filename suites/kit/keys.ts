import { bytesToUint, toHex } from "../../core/bytes.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import { calls, ending } from "./calls.js";
import { deliverText } from "./conversation.js";
import { faultsAfterText } from "./faults.js";
import {
  bytesIn,
  check,
  type Check,
  childOf,
  childrenOf,
  type EntryOf,
  killedFor,
  type OneFindingRow,
  type StanzaEntry,
  type Trace,
  type TraceEntry,
  type TraceNode,
} from "./index.js";

/** Key uploads of the provider's clients. */
export function uploads(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("iq").attr("xmlns", "encrypt").attr("type", "set").withChild("identity").list;
}

/** Key fetches of the provider's clients. */
export function keyFetches(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("iq").attr("xmlns", "encrypt").attr("type", "get").withChild("key").list;
}

/** The keys of the user whom the provider's client fetched last before `entry`. */
export function bundleBefore(trace: Trace, entry: TraceEntry): TraceNode | undefined {
  const answer = trace.before(entry).stanzas.toProvider.tag("iq").withChild("list").list.at(-1);
  return childOf(childOf(answer?.node, "list"), "user");
}

export interface UploadedKey {
  readonly id: Uint8Array | undefined;
  readonly value: Uint8Array | undefined;
}

export function preKeysIn({ node }: StanzaEntry): readonly UploadedKey[] {
  return childrenOf(childOf(node, "list"), "key").map((key) => ({
    id: bytesIn(childOf(key, "id")),
    value: bytesIn(childOf(key, "value")),
  }));
}

/** The id in a key; undefined when there is none. */
export function keyIdIn(key: TraceNode | undefined): number | undefined {
  const id = bytesIn(childOf(key, "id"));
  return id === undefined ? undefined : bytesToUint(id);
}

/** Bytes in the element at `path`; undefined when there is none. */
export function sizeOf(node: TraceNode, ...path: readonly string[]): number | undefined {
  return bytesIn(elementAt(node, path))?.length;
}

/** The bytes of the element at `path`, in hex; empty when there is none. */
export function hexIn(node: TraceNode, ...path: readonly string[]): string {
  return toHex(bytesIn(elementAt(node, path)) ?? new Uint8Array(0));
}

function elementAt(node: TraceNode, path: readonly string[]): TraceNode | undefined {
  return path.reduce<TraceNode | undefined>(childOf, node);
}

/** Less is no pause. */
const shortestPauseMs = 100;
/** A client with growing pauses makes one at most, unless it has a second reason to ask. */
export const mostRepetitions = 2;

/** Those of `requests` that follow the refusal of an earlier one on the same connection without a pause. */
export function quickRepetitions(
  refusals: readonly EntryOf<"fault">[],
  requests: readonly StanzaEntry[],
): readonly StanzaEntry[] {
  return requests.filter(({ connection, at, seq }) =>
    refusals.some(
      (refused) => refused.connection === connection && refused.seq < seq && at - refused.at < shortestPauseMs,
    ),
  );
}

const finding = "messages encrypted to an unproved key";

/** Bundles whose signature proves nothing, each for another user: nothing may be encrypted to them. */
export function refusesBundles(id: string, row: OneFindingRow & { readonly faults: readonly FaultRequest[] }): Check {
  return check(id, {
    ...row,
    needs: ["text"],
    async drive(context) {
      const { alice } = await deliverText(context);
      for (const fault of row.faults) {
        const bob = await context.meta.user();
        context.meta.arm(fault);
        await alice.trySend(bob.jid, { type: "text", text: "This must not leave." });
      }
    },
    reached: faultsAfterText,
    judge({ expect, reached: [fault], trace }) {
      const sent = trace.after(fault).stanzas.fromProvider.tag("message").list;
      expect(finding, sent.length, sent[0] ?? fault).is(0);
      for (const call of calls(trace, "message.send").slice(1)) {
        expect("answer to message.send", ending(call), call.response).isNot("ok");
      }
    },
    mutants: killedFor(finding, row),
  });
}
