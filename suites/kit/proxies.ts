import { calls } from "./calls.js";
import type { EntryOf, Trace } from "./index.js";
import { probeSent } from "./probes.js";

/** The connections that logged in, in this order. */
export function logins(trace: Trace): readonly EntryOf<"login">[] {
  return trace.of("login", ({ outcome }) => outcome === "accepted");
}

/** The first user is asked to leave, who had been there. */
export function firstLeave(trace: Trace): EntryOf<"driver"> | undefined {
  return probeSent(trace, "alice-is-there") === undefined ? undefined : calls(trace, "user.disconnect")[0]?.request;
}

export function closing(trace: Trace, connection: string): EntryOf<"connection"> | undefined {
  return trace.of("connection", (entry) => entry.event === "closed" && entry.connection === connection)[0];
}
