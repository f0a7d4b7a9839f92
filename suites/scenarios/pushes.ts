import { showText } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import {
  check,
  type Check,
  type EntryOf,
  killedFor,
  type CheckRow,
  type DriveContext,
  type OneFindingRow,
  scenario,
  type Trace,
} from "../kit/index.js";
import { probeOf } from "../kit/probes.js";
import { fromNow, leave } from "../kit/waiting.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";

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
  "critical",
  "critical-empty",
  "unencoded",
  "issuer-list",
  "audience-prefix",
  "algorithm",
] as const;

/** Forged with a second key of Meta's, so it belongs to `pushKeys`. */
type Forgery = (typeof forgeries)[number] | "other-key-id";

/** How many times the usual patience Meta may take to sign a push: it may have to make a key. */
const signingPatience = 10;

/**
 * The answer to the next push. One that was sent earlier may be answered later.
 *
 * @param ms How long the push itself may take, which is for Meta to send.
 */
async function pushAnswer(
  { wait }: DriveContext,
  since: ReturnType<typeof fromNow>,
  ms: number,
): Promise<Http | undefined> {
  const push = await wait("http", ({ server, part }) => server === "push" && part === "request", { ...since, ms });
  return (
    push &&
    (await wait("http", ({ exchange, part }) => exchange === push.exchange && part === "response", { after: push }))
  );
}

/**
 * Meta wakes a user who is away. Then others try, each with something else wrong about the token. A user who was woken by
 * one of them is sent away again, so that every attempt is made.
 */
export const pushes = scenario("scenarios/pushes", ["push", "text-receive"], async (context) => {
  const { meta, patienceMs, wait } = context;
  const { alice, bob } = await showText(context);
  await leave(context, alice);
  const woken = await bob.send(alice.login, { type: "text", text: "Wake up." });
  await alice.event("message", (event) => event["id"] === woken.id);

  // A provider that takes pushes and wakes nobody is waited for once.
  let isWoken = true;
  for (const kind of forgeries) {
    await leave(context, alice);
    meta.arm({ fault: "push-forged", params: { kind } });
    await bob.send(alice.login, { type: "text", text: `Not everybody may wake you: ${kind}` });
    const forged = await wait("fault", ({ event, params }) => event === "applied" && params["kind"] === kind);
    if (forged === undefined) return;
    const answer = await pushAnswer(context, { after: forged }, signingPatience * patienceMs);
    if (answer === undefined || (answer.status ?? 0) >= 300) continue;
    if (!isWoken) continue;
    const login = await wait("login", ({ outcome }) => outcome === "accepted", { after: forged });
    isWoken = login !== undefined;
  }
});

/** The user leaves, and a message leads to a push under these faults. A user who is not woken comes back alone. */
async function wake(context: DriveContext, alice: ProviderUser, bob: WhatsAppUser, faults: readonly FaultRequest[]) {
  const { meta, patienceMs } = context;
  await leave(context, alice);
  for (const fault of faults) meta.arm(fault);
  const since = fromNow(context);
  const { id } = await bob.send(alice.login, { type: "text", text: "Are you awake?" });
  const answer = await pushAnswer(context, since, signingPatience * patienceMs);
  if (answer === undefined || (answer.status ?? 500) >= 300) await alice.tryConnect();
  await alice.event("message", (event) => event["id"] === id);
}

/** How Meta's key endpoint answers after each change of the key; a plain answer where nothing is named. */
const keyAnswers = [undefined, undefined, "others-first", "others-last", "jwk-set-type", "unavailable"] as const;

export type KeyAnswer = Exclude<(typeof keyAnswers)[number], undefined>;

/**
 * Meta changes its key again and again, and its key endpoint answers in every lawful way. Then it fails once, and works
 * again. In the end a push names an earlier key than the one that signed it.
 */
export const pushKeys = scenario("scenarios/push-keys", ["push", "text-receive"], async (context) => {
  const { alice, bob } = await showText(context);
  await wake(context, alice, bob, []);
  for (const form of keyAnswers) {
    const answer = form === undefined ? [] : [{ fault: "meta-keys-unusual", params: { form } } as const];
    await wake(context, alice, bob, [{ fault: "push-key-rotated" }, ...answer]);
  }
  await wake(context, alice, bob, []);
  await wake(context, alice, bob, [{ fault: "push-forged", params: { kind: "other-key-id" } }]);
});

/** The pushes that were the first under a new key, each with how the key endpoint answered. */
export function pushesUnderNewKeys(
  trace: Trace,
): readonly { readonly push: Http; readonly form: string | undefined }[] {
  const rotations = appliedFaults(trace).filter(({ fault }) => fault === "push-key-rotated");
  return rotations.flatMap((rotation, index) => {
    const push = trace.after(rotation).http.server("push").requests.list[0];
    return push === undefined ? [] : [{ push, form: keyAnswers[index] }];
  });
}

/** Whether the provider follows changes of Meta's key, when nothing about the key endpoint is unusual. */
export function followsKeys(trace: Trace): boolean {
  const plain = pushesUnderNewKeys(trace).filter(({ form }) => form === undefined);
  return plain.length > 0 && plain.every(({ push }) => isAccepted(trace, push));
}

/** What is unusual about a push, as the fault `push-unusual` names it; in the order of the scenario. */
const oddities = [
  "audience-list",
  "no-issue-time",
  "extra-claims",
  "type-at-jwt",
  "scheme-in-lower-case",
  "clock-ahead",
  "repeated",
] as const;

/** Meta wakes a user by pushes that are unusual and lawful; the last one comes three times. */
export const unusualPushes = scenario("scenarios/unusual-pushes", ["push", "text-receive"], async (context) => {
  const { wait } = context;
  const { alice, bob } = await showText(context);
  await wake(context, alice, bob, []);
  for (const kind of oddities) await wake(context, alice, bob, [{ fault: "push-unusual", params: { kind } }]);
  const isAnswer = ({ server, part }: Http) => server === "push" && part === "response";
  const repeated = await wait("fault", ({ event, params }) => event === "applied" && params["kind"] === "repeated");
  if (repeated === undefined) return;
  const first = await wait("http", isAnswer, { after: repeated });
  const second = first && (await wait("http", isAnswer, { after: first }));
  if (second !== undefined) await wait("http", isAnswer, { after: second });
  await probeOf(context, alice, "after-the-pushes");
});

/** The pushes that were unusual in one of these ways, sent to a provider that takes usual ones. */
export function unusualPushesOf(
  trace: Trace,
  kinds: readonly (typeof oddities)[number][],
): readonly { readonly push: Http; readonly kind: string }[] {
  if (!genuinePushes(trace).some((push) => isAccepted(trace, push))) return [];
  return appliedFaults(trace).flatMap((fault) => {
    const kind = kinds.find((each) => each === fault.params["kind"]);
    const push = trace.after(fault).http.server("push").requests.list[0];
    return kind === undefined || push === undefined ? [] : [{ push, kind }];
  });
}

/** Pushes that Meta really sent. */
export function genuinePushes(trace: Trace): readonly Http[] {
  const [forged] = appliedFaults(trace);
  return (forged === undefined ? trace : trace.before(forged)).http.server("push").requests.list;
}

export function isAccepted(trace: Trace, push: Http): boolean {
  const answer = trace.http.counterpart(push);
  return answer !== undefined && (answer.status ?? 0) < 300;
}

/** For findings: `accepted`, or the status of the refusal. */
export function outcomeOf(trace: Trace, push: Http): string {
  if (isAccepted(trace, push)) return "accepted";
  const status = trace.http.counterpart(push)?.status;
  return status === undefined ? "no answer" : `status ${status}`;
}

const finding = "status of the answer to a forged push";

/** A push that is forged in one way, sent to a provider that had accepted a genuine one, has to be refused. */
export function refusesPush(id: string, row: OneFindingRow & { readonly kind: Forgery }): Check {
  return check(id, {
    ...row,
    scenario: row.kind === "other-key-id" ? pushKeys : pushes,
    reached(trace) {
      const fault = appliedFaults(trace).find(({ params }) => params["kind"] === row.kind);
      const accepted = genuinePushes(trace).some((push) => isAccepted(trace, push));
      return fault === undefined || !accepted ? undefined : trace.after(fault).http.server("push").requests.list[0];
    },
    judge({ expect, reached: [push], trace }) {
      const answer = trace.http.counterpart(push);
      // m3-messaging/push-answer-prompt judges a provider that does not answer.
      if (answer !== undefined) expect(finding, answer.status ?? "none", answer).isOneOf([401, 403]);
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

interface KeySetRow extends OneFindingRow {
  readonly forms: readonly KeyAnswer[];
}

const keyFinding = "push under a key of an unusual set";

/** The first push under a key that Meta publishes in an unusual and lawful way has to be accepted. */
export function takesKeySet(id: string, row: KeySetRow): Check {
  return check(id, {
    ...row,
    scenario: pushKeys,
    // m3-messaging/push-key-rotation judges a provider that follows no change at all.
    reached: (trace) =>
      followsKeys(trace)
        ? pushesUnderNewKeys(trace).flatMap(({ push, form }) => (row.forms.some((each) => each === form) ? [push] : []))
        : [],
    judge({ expect, reached, trace }) {
      for (const push of reached) {
        const answer = trace.http.counterpart(push);
        expect(keyFinding, outcomeOf(trace, push), answer ?? push).is("accepted");
      }
    },
    mutants: killedFor(keyFinding, row),
  });
}

interface UnusualRow extends CheckRow {
  readonly kinds: readonly (typeof oddities)[number][];
}

/** A push that is unusual and lawful has to be accepted. */
export function takesPush(id: string, row: UnusualRow): Check {
  return check(id, {
    ...row,
    scenario: unusualPushes,
    reached: (trace) => unusualPushesOf(trace, row.kinds).map(({ push }) => push),
    judge({ expect, trace }) {
      for (const { push, kind } of unusualPushesOf(trace, row.kinds)) {
        const answer = trace.http.counterpart(push);
        expect(`push: ${kind}`, outcomeOf(trace, push), answer ?? push).is("accepted");
      }
    },
  });
}
