import { shortened } from "../../harness/runner/timing.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import { appliedFaults } from "./faults.js";
import {
  check,
  type Check,
  type CheckRow,
  type DriveContext,
  type EntryOf,
  killedFor,
  type OneFindingRow,
  type Trace,
} from "./index.js";
import { expectAnswered, probeAnswer, probed, probeOf } from "./probes.js";
import { isPing } from "./pings.js";
import { closingOf } from "./streams.js";
import { untilClosed } from "./waiting.js";

/** A probe in ordinary frames, then two in one turn under a fault of the transport. */
async function probeUnder(context: DriveContext, fault: FaultRequest): Promise<void> {
  const probe = await probeOf(context, await context.provider.connectedUser(), "plain-probe");
  context.meta.arm(fault);
  probe.send("first-probe", "second-probe");
}

/** The fault acted, on a connection on which probes are answered. */
function reachedUnder(trace: Trace): readonly EntryOf<"fault">[] {
  return probeAnswer(trace, "plain-probe") === undefined ? [] : appliedFaults(trace);
}

/** Stanzas in frames or encodings that are unusual and allowed: both probes are answered. */
export function readsFrames(id: string, row: CheckRow & Pick<FaultRequest, "fault" | "params">): Check {
  const { fault, params = {} } = row;
  return check(id, {
    ...row,
    async drive(context) {
      await probeUnder(context, { fault, params, times: "always" });
      await context.wait("stanza", (entry) => entry.direction === "in" && entry.node.attrs["id"] === "second-probe");
    },
    reached: reachedUnder,
    judge({ expect, reached: [at], trace }) {
      for (const probe of ["first-probe", "second-probe"])
        expectAnswered(expect, `answer to ${probe}`, trace, probe, at);
    },
    lawful: probed,
  });
}

const finding = "connection closed by";
const reason = "reason to close";

/** Whether a client closed only when the time for the answer to a ping was over: it had not noticed the frame. */
function waitedForPing(trace: Trace, closed: EntryOf<"connection">): boolean {
  const ping = trace.stanzas.on(closed.connection).where(isPing).list[0];
  return ping !== undefined && closed.at - ping.at >= shortened.replyMs * nearly;
}

/** The harness sees a ping later than the client that sent it. */
const nearly = 0.8;

/**
 * Frames that do not open under the next count: the client has to close the connection.
 *
 * @param row `deaf`: mutants that stay connected and open no further frame, until a ping stays without an answer.
 */
export function closesOnFrames(
  id: string,
  row: OneFindingRow & Pick<FaultRequest, "fault"> & { readonly deaf?: readonly string[] },
): Check {
  const { fault } = row;
  return check(id, {
    ...row,
    timeBound: "the client closes before the reply time of a ping is over",
    async drive(context) {
      await probeUnder(context, { fault });
      const applied = await context.wait("fault", (entry) => entry.event === "applied");
      await untilClosed(context, applied?.connection);
    },
    reached: reachedUnder,
    judge({ expect, reached: [applied], trace }) {
      const closed = closingOf(trace, applied.connection);
      expect(finding, closed?.by ?? "nobody", closed ?? applied).is("provider");
      const waited = closed !== undefined && waitedForPing(trace.after(applied), closed);
      expect(reason, waited ? "a ping without an answer" : "the frame", closed ?? applied).is("the frame");
    },
    mutants: {
      ...killedFor(finding, row),
      ...Object.fromEntries(row.deaf?.map((mutant) => [mutant, reason]) ?? []),
    },
    lawful: probed,
  });
}
