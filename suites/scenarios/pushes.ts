import { showText } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { check, type Check, type EntryOf, killedFor, type OneFindingRow, scenario, type Trace } from "../kit/index.js";
import { leave } from "../kit/waiting.js";

type Http = EntryOf<"http">;

/** What is wrong with the token of a push, as the fault `push-forged` names it; in the order of the scenario. */
const forgeries = [
  "signature",
  "expired",
  "audience",
  "issuer",
  "key",
  "public-secret",
  "unsigned",
  "missing",
] as const;

/**
 * Meta wakes a user who is away. Then others try, each with something else wrong about the token. A user who was woken by
 * one of them is sent away again, so that every attempt is made.
 */
export const pushes = scenario("scenarios/pushes", ["push", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await showText(context);
  await leave(context, alice);
  const woken = await bob.send(alice.login, { type: "text", text: "Wake up." });
  await alice.event("message", (event) => event["id"] === woken.id);

  for (const kind of forgeries) {
    await leave(context, alice);
    meta.arm({ fault: "push-forged", params: { kind } });
    await bob.send(alice.login, { type: "text", text: `Not everybody may wake you: ${kind}` });
    const forged = await wait("fault", ({ event, params }) => event === "applied" && params["kind"] === kind);
    if (forged === undefined) return;
    const answer = await wait("http", ({ server, part }) => server === "push" && part === "response", {
      after: forged,
    });
    if (answer === undefined || (answer.status ?? 0) >= 300) continue;
    await wait("login", ({ outcome }) => outcome === "accepted", { after: forged });
  }
});

/** Pushes that Meta really sent. */
export function genuinePushes(trace: Trace): readonly Http[] {
  const [forged] = appliedFaults(trace);
  return (forged === undefined ? trace : trace.before(forged)).http.server("push").requests.list;
}

function isAccepted(trace: Trace, push: Http): boolean {
  const answer = trace.http.counterpart(push);
  return answer !== undefined && (answer.status ?? 0) < 300;
}

const finding = "status of the answer to a forged push";

/** A push that is forged in one way, sent to a provider that had accepted a genuine one, has to be refused. */
export function refusesPush(id: string, row: OneFindingRow & { readonly kind: (typeof forgeries)[number] }): Check {
  return check(id, {
    ...row,
    scenario: pushes,
    reached(trace) {
      const fault = appliedFaults(trace).find(({ params }) => params["kind"] === row.kind);
      const accepted = genuinePushes(trace).some((push) => isAccepted(trace, push));
      return fault === undefined || !accepted ? undefined : trace.after(fault).http.server("push").requests.list[0];
    },
    judge({ expect, reached: [push], trace }) {
      const answer = trace.http.counterpart(push);
      expect(finding, answer?.status ?? "none", answer ?? push).isOneOf([401, 403]);
      const call = trace.after(push).of("driver")[0];
      const until = call === undefined ? trace : trace.before(call);
      // A client that was on its way back already does not come because of the push.
      const opened = until.after(push).of("connection", ({ event }) => event === "opened");
      const came = new Set(opened.map(({ connection }) => connection));
      const logins = until.after(push).of("login", ({ connection }) => came.has(connection));
      expect("logins after a forged push", logins.length, logins[0] ?? push).is(0);
    },
    mutants: killedFor(finding, row),
    lawful: ["refuses-pushes-with-403"],
  });
}
