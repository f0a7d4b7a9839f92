import { isRecord } from "../../core/is-record.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import { ending, lastCall } from "./calls.js";
import { appliedFaults } from "./faults.js";
import {
  check,
  type Check,
  type DriveContext,
  type EntryOf,
  type Json,
  killedFor,
  type OneFindingRow,
  type Trace,
  type TraceToken,
} from "./index.js";
import { fromNow } from "./waiting.js";

type Handshake = EntryOf<"handshake">;

export function handshakes(trace: Trace, message: Handshake["message"]): readonly Handshake[] {
  return trace.of("handshake", (entry) => entry.message === message);
}

/** The decrypted payload of a client's last handshake message. */
export function payloadOf(finish: Handshake): { readonly [key: string]: Json } {
  const { payload } = finish.fields;
  return isRecord(payload) ? payload : {};
}

export function tokenOf(finish: Handshake): TraceToken | undefined {
  const { token } = payloadOf(finish);
  // The harness itself wrote this member, from protocol/token.
  return isRecord(token) ? (token as unknown as TraceToken) : undefined;
}

type HandshakeFault = Pick<FaultRequest, "fault" | "params">;

/** A login that works, and one under a fault of the handshake: what fails then fails because of the fault. */
async function connectUnder(context: DriveContext, { fault, params = {} }: HandshakeFault) {
  const alice = await context.provider.connectedUser();
  await alice.disconnect();
  const since = fromNow(context);
  context.meta.arm({ fault, params, times: "always" });
  await alice.tryConnect();
  return since;
}

const finding = "credentials sent to a server that did not prove itself";

/** A server that does not prove itself sees nothing that only the true one may see, and the user does not seem connected. */
export function refusesServer(id: string, row: OneFindingRow & HandshakeFault): Check {
  return check(id, {
    ...row,
    async drive(context) {
      const since = await connectUnder(context, row);
      await context.wait("connection", (entry) => entry.event === "closed", since);
    },
    reached: appliedFaults,
    judge({ expect, reached: [fault], trace }) {
      const later = trace.after(fault);
      // An answer that the server cannot open, because the two disagree about the handshake, was sent all the same.
      const unopened = handshakes(later, "failed").filter(
        ({ by, fields }) => by === "provider" && fields["code"] === "decrypt-failed",
      );
      const answers = [...handshakes(later, "client-finish"), ...unopened];
      expect(finding, answers.length, answers[0] ?? fault).is(0);
      const call = lastCall(trace, "user.connect");
      if (call !== undefined) expect("answer to user.connect", ending(call), call.response).isNot("ok");
    },
    mutants: killedFor(finding, row),
  });
}

/** A handshake under a fault of which only the outcome counts: the answer to `user.connect`. */
export function connects(id: string, row: OneFindingRow & HandshakeFault & { readonly outcome: string }): Check {
  return check(id, {
    ...row,
    drive: async (context) => void (await connectUnder(context, row)),
    reached: appliedFaults,
    judge({ expect, trace }) {
      const call = lastCall(trace, "user.connect");
      if (call !== undefined) expect("answer to user.connect", ending(call), call.response).is(row.outcome);
    },
    mutants: killedFor("answer to user.connect", row),
  });
}
