import { isRecord } from "../../core/is-record.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import { driverSilent } from "../../harness/driver/client.js";
import { type Call, calls, ending } from "../kit/calls.js";
import { appliedFaults } from "../kit/faults.js";
import {
  check,
  type Check,
  type CheckRow,
  type EntryOf,
  type Json,
  killedFor,
  type OneFindingRow,
  scenario,
  type Trace,
  type TraceToken,
} from "../kit/index.js";

type Enlistment = EntryOf<"enlistment">;

/** One new user enlists. Identity checks judge the form, the token and the key set that this brings to light. */
export const enlistment = scenario("scenarios/enlistment", [], async ({ meta, provider }) => {
  // A key set that was fetched for an earlier scenario has expired, so this scenario shows the fetch.
  meta.clock.advance(meta.profile.keySet.cacheSeconds * 1000);
  const alice = await provider.newUser();
  await alice.tryEnlist();
});

/** Meta's side asks for the key set over each version of HTTP that a provider's server has to speak. */
export const keyEndpoint = scenario("scenarios/key-endpoint", [], async ({ meta }) => {
  await meta.askForKeys("http/1.1");
  await meta.askForKeys("h2");
});

/** A user enlists before a change of the provider's keys, and another one after it. */
export const tokenRotation = scenario("scenarios/token-rotation", ["token-rotation"], async ({ provider }) => {
  await provider.enlistedUser();
  await provider.rotateToken();
  const afterwards = await provider.newUser();
  await afterwards.tryEnlist();
});

/** The ids in the newest key set. */
export function publishedIds(trace: Trace): readonly (Json | undefined)[] {
  const latest = keySetAnswers(trace).at(-1);
  return latest === undefined ? [] : (keysIn(latest) ?? []).map((key) => key["kid"]);
}

/** Enlistments whose body was a form; m1-identity/enlistment-form judges other bodies. */
export function enlistmentForms(trace: Trace): readonly Enlistment[] {
  const forms = new Set(
    trace.http
      .server("enlistment")
      .requests.where((request) => /^application\/x-www-form-urlencoded\b/i.test(request.headers["content-type"] ?? ""))
      .list.map((request) => request.exchange),
  );
  return trace.of("enlistment", (entry) => forms.has(entry.exchange));
}

/** Forms without arguments that have certain problems: each finding with its code of protocol/enlistment. */
export function hasNoProblems(
  id: string,
  row: CheckRow & { readonly problems: Readonly<Record<string, string>> },
): Check {
  return check(id, {
    ...row,
    scenario: enlistment,
    reached: enlistmentForms,
    judge({ expect, reached }) {
      for (const entry of reached) {
        for (const [what, code] of Object.entries(row.problems)) {
          const found = entry.problems.filter((problem) => problem.code === code);
          const names = found.map((problem) => problem.argument);
          expect(what, names, entry).isEmpty();
        }
      }
    },
  });
}

/** A new user under each fault must not be enlisted. One enlists well afterwards: the faults made the others fail. */
export function reportsFailure(id: string, row: OneFindingRow & { readonly faults: readonly FaultRequest[] }): Check {
  return check(id, {
    ...row,
    async drive({ meta, provider }) {
      for (const fault of row.faults) {
        const user = await provider.newUser();
        meta.arm({ ...fault, account: user.id });
        await user.tryEnlist();
      }
      await provider.enlistedUser();
    },
    // A call whose answer the harness did not wait for has not reported a failure.
    reached: (trace) => {
      const disturbed = appliedFaults(trace).flatMap((fault) => enlistmentUnder(trace, fault) ?? []);
      return disturbed.every((call) => ending(call) !== driverSilent) ? disturbed.map(({ request }) => request) : [];
    },
    judge({ expect, trace }) {
      for (const fault of appliedFaults(trace)) {
        const call = enlistmentUnder(trace, fault);
        if (call !== undefined) expect("answer to user.enlist", ending(call), call.response).isNot("ok");
      }
    },
    mutants: killedFor("answer to user.enlist", row),
  });
}

function enlistmentUnder(trace: Trace, fault: EntryOf<"fault">): Call | undefined {
  return calls(trace, "user.enlist").findLast(({ request }) => request.seq < fault.seq);
}

export type TokenEntry = Enlistment & { readonly token: TraceToken };

export function enlistmentsWithToken(trace: Trace): readonly TokenEntry[] {
  return trace.of("enlistment").filter((entry): entry is TokenEntry => entry.token !== undefined);
}

export type Jwk = { readonly [member: string]: Json };

/** Every answer of the provider's key endpoint. */
export function keySetAnswers(trace: Trace): readonly EntryOf<"http">[] {
  return trace.http.server("keys").responses.list;
}

/** The answers that hold at least one key. */
export function keySets(trace: Trace): readonly EntryOf<"http">[] {
  return keySetAnswers(trace).filter((answer) => (keysIn(answer) ?? []).length > 0);
}

/** The keys of a JWK set as it was served; undefined when the body is no JWK set. */
export function keysIn(response: EntryOf<"http">): readonly Jwk[] | undefined {
  try {
    const set: unknown = JSON.parse(response.body);
    const keys = isRecord(set) ? set["keys"] : undefined;
    return Array.isArray(keys) && keys.every(isJwk) ? keys : undefined;
  } catch {
    return undefined;
  }
}

function isJwk(value: unknown): value is Jwk {
  return isRecord(value);
}

/** The keys that the provider had published at any time in this scenario. */
export function publishedKeys(trace: Trace): readonly Jwk[] {
  return keySetAnswers(trace).flatMap((answer) => keysIn(answer) ?? []);
}

interface HeaderRow extends OneFindingRow {
  readonly header: string;
  readonly name: string;
  readonly pattern: RegExp;
}

/** A header with which the key set is served. */
export function servesWith(id: string, row: HeaderRow): Check {
  return check(id, {
    ...row,
    scenario: enlistment,
    reached: (trace) => keySetAnswers(trace).filter(({ status }) => status === 200),
    judge({ expect, reached }) {
      for (const answer of reached) {
        expect(row.name, answer.headers[row.header] ?? "none", answer).matches(row.pattern);
      }
    },
    mutants: killedFor(row.name, row),
  });
}
