import type { FaultId } from "../../harness/ports/faults.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import { serverAddress } from "../../protocol/ids/jid.js";
import { appliedFaults } from "./faults.js";
import {
  check,
  type Check,
  type DriveContext,
  killedFor,
  type OneFindingRow,
  type StanzaEntry,
  type Trace,
  type TraceNode,
} from "./index.js";
import { closingOf } from "./streams.js";
import { untilLoggedIn } from "./waiting.js";

/** A ping of the server. `probes.ts` has a sign of life that does not rest on its answer. */
export function serverPing(id: string): TraceNode {
  return { tag: "iq", attrs: { id, type: "get", xmlns: "urn:xmpp:ping", from: serverAddress } };
}

/** Pings the provider's client and waits for the answer. */
export async function pingProvider({ meta, wait }: DriveContext, user: ProviderUser, id: string): Promise<void> {
  meta.session(user.login)?.send(serverPing(id));
  await wait("stanza", (entry) => isPingAnswer(entry, id));
}

export function pingSent(trace: Trace, id: string): StanzaEntry | undefined {
  return trace.stanzas.toProvider.tag("iq").attr("id", id).list[0];
}

export function pingAnswer(trace: Trace, id: string): StanzaEntry | undefined {
  return trace.stanzas.list.find((entry) => isPingAnswer(entry, id));
}

function isPingAnswer(entry: StanzaEntry, id: string): boolean {
  const { tag, attrs } = entry.node;
  return entry.direction === "in" && tag === "iq" && attrs["id"] === id && attrs["type"] === "result";
}

/** A keep-alive ping of the provider's client. */
export function isPing({ direction, node }: StanzaEntry): boolean {
  return direction === "in" && node.tag === "iq" && node.attrs["xmlns"] === "w:p" && node.attrs["type"] === "get";
}

const finding = "side that closes a connection without answers to its pings";

/** The server stops answering pings as it should. The client has to notice, to close and to log in again. */
export function noticesDeadServer(id: string, row: OneFindingRow & { readonly fault: FaultId }): Check {
  return check(id, {
    ...row,
    needs: ["timing"],
    timeBound: "the client gives up the connection when the reply time is over, and logs in again",
    async drive(context) {
      const { meta, provider, wait } = context;
      await provider.connectedUser();
      meta.arm({ fault: row.fault, times: "always" });
      const applied = await wait("fault", (entry) => entry.event === "applied");
      if (applied !== undefined) await untilLoggedIn(context, { after: applied });
    },
    reached: appliedFaults,
    judge({ expect, reached: [fault], trace }) {
      const later = trace.after(fault);
      const closed = closingOf(later, fault.connection);
      expect(finding, closed?.by ?? "nobody", closed ?? fault).is("provider");
      const again = later.of("login", (entry) => entry.outcome === "accepted")[0];
      expect("new login", again?.outcome ?? "none", again ?? fault).is("accepted");
    },
    mutants: killedFor(finding, row),
  });
}
