import type { Expect } from "../../harness/model/expect.js";
import { appliedFaults } from "./refusals.js";
import type { EntryOf, Trace } from "./index.js";

/** In the order in which the scenario sends them; each is what the fault `push-forged` calls a kind. */
export const forgeries = [
  "signature",
  "expired",
  "audience",
  "issuer",
  "key",
  "public-secret",
  "unsigned",
  "missing",
] as const;

type Forgery = (typeof forgeries)[number];
type Http = EntryOf<"http">;

/** Pushes that Meta really sent. */
export function genuinePushes(trace: Trace): readonly Http[] {
  const [forged] = appliedFaults(trace);
  return (forged === undefined ? trace : trace.before(forged)).http.server("push").requests.list;
}

/** The push of this kind, sent to a provider that had accepted a genuine one. */
export function forgedPush(trace: Trace, kind: Forgery): Http | undefined {
  const fault = appliedFaults(trace).find(({ params }) => params["kind"] === kind);
  const accepted = genuinePushes(trace).some((push) => isAccepted(trace, push));
  return fault === undefined || !accepted ? undefined : trace.after(fault).http.server("push").requests.list[0];
}

export function isAccepted(trace: Trace, push: Http): boolean {
  return (trace.http.counterpart(push)?.status ?? 0) < 300 && trace.http.counterpart(push) !== undefined;
}

export function expectPushRefused(expect: Expect, trace: Trace, push: Http): void {
  const answer = trace.http.counterpart(push);
  expect("status of the answer to a forged push", answer?.status ?? "none", answer ?? push).isOneOf([401, 403]);
  const call = trace.after(push).of("driver")[0];
  const until = call === undefined ? trace : trace.before(call);
  // Whoever was on the way back already does not come because of the push.
  const opened = until.after(push).of("connection", ({ event }) => event === "opened");
  const came = new Set(opened.map(({ connection }) => connection));
  const logins = until.after(push).of("login", ({ connection }) => came.has(connection));
  expect("logins after a forged push", logins.length, logins[0] ?? push).is(0);
}
