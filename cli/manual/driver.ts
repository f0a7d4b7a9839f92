import { isRecord } from "../../core/is-record.js";
import type { Clock } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import { unsupported } from "../../harness/driver/answer.js";
import type { Method, Params } from "../../harness/driver/methods.js";
import type { LocalProvider } from "../../harness/driver/transport.js";
import type { Json } from "../../harness/model/trace.js";
import type { MetaSide } from "../../harness/ports/meta-side.js";
import { Accounts } from "./accounts.js";
import { askable } from "./askable.js";
import { form, question } from "./card.js";
import type { Desk } from "./desk.js";
import { type EarlierProvider, introduce, possibleWith } from "./start.js";
import { failed, isStepMethod, type Outcome, type Step, stepFor, succeeded } from "./steps.js";
import { isDisturbed, textOf } from "./wire.js";

export interface ManualDriver extends LocalProvider {
  /** The person leaves: this step and all later ones end at once. */
  leave(): void;
}

export interface ManualDriverDeps {
  readonly desk: Desk;
  /** Known once the worker has started, before the first call. */
  readonly meta: () => MetaSide;
  readonly capabilities: readonly string[];
  readonly earlier: EarlierProvider | undefined;
  readonly clock: Clock;
}

/** A driver that does nothing itself: it asks a person, and looks at the wire whether it has happened. */
export function manualDriver({ desk, meta, capabilities, earlier, clock }: ManualDriverDeps): ManualDriver {
  const left = new AbortController();
  const accounts = new Accounts();
  /** What was asked about in this scenario. */
  let asked = new Set<string>();
  /** The last entry before the scenario. */
  let began = 0;
  let configured: Json = {};

  const methods: { readonly [method: string]: (params: never) => Promise<Outcome> } = {
    async "provider.describe"() {
      const given = await introduce(desk, { ...meta(), earlier }, left.signal);
      if (given === undefined) return gone;
      const { endpoints, tlsCa } = given;
      configured = { endpoints: { ...endpoints }, ...(tlsCa !== undefined && { tlsCa }) };
      const { name, version } = given;
      return succeeded({ protocol: 1, name, version, capabilities: possibleWith(given, capabilities) });
    },
    "provider.configure": async () => succeeded(configured),
    // The app keeps its accounts, and so does the simulated side.
    async "provider.reset"() {
      began = meta().journal.last;
      asked = new Set();
      accounts.startOver();
      return succeeded();
    },
    async "user.create"({ user: wanted }: Params<"user.create">) {
      const known = wanted ?? accounts.unused();
      if (known !== undefined) return succeeded({ user: accounts.use(known) });
      const label = "User-visible identifier, as in its tokens";
      const card = form(
        accounts.isEmpty ? "Choose an account of your app" : "Choose another account of your app",
        ["Which account takes part? Another account may need another phone or another installation."],
        [{ name: "user", label, value: "", required: true }],
      );
      const answer = await desk.ask(card, left.signal);
      return answer === undefined ? gone : succeeded({ user: accounts.use((answer.fields["user"] ?? "").trim()) });
    },
    "events.take": async (params: Params<"events.take">) => succeeded({ events: await take(params) }),
  };

  async function call(method: string, params: object): Promise<Outcome> {
    if (left.signal.aborted) return gone;
    const own = methods[method];
    if (own !== undefined) return own(params as never);
    if (!isStepMethod(method)) return failed(unsupported, "");
    const user = String((params as { readonly user?: string }).user);
    if (method === "user.connect" && alreadyConnected(user)) return succeeded();
    if (method === "user.disconnect" && meta().session(accounts.login(user)) === undefined) return succeeded();
    const outcome = await act(stepFor(method, params, userOf(user)), user);
    if (outcome.ok) accounts.note(method, params, outcome.result);
    return outcome.ok && method === "contact.blocklist" ? blocklist(user) : outcome;
  }

  /** What was asked for on the wire need not be what the app shows. */
  async function blocklist(user: string): Promise<Outcome> {
    const contacts = accounts.blockedBy(user);
    const lines = contacts.length === 0 ? ["No one."] : contacts;
    const answer = await desk.ask(question("Does the app show exactly these blocked contacts?", lines), left.signal);
    if (answer === undefined) return gone;
    if (answer.choice === "yes") return succeeded({ contacts });
    return failed("other-blocklist", "The app shows other blocked contacts than those that it was asked to block");
  }

  function userOf(id: string) {
    const before = accounts.loginBefore(id);
    return {
      id,
      login: accounts.login(id),
      ...(before !== undefined && { before }),
      textOf: (message: string) => textOf(meta().journal.since(began), message),
    };
  }

  /** A connection from before the scenario is dropped: its entries would belong to an earlier one. */
  function alreadyConnected(user: string): boolean {
    const { journal, session } = meta();
    const login = accounts.login(user);
    const current = session(login);
    if (current === undefined) return false;
    const isOfScenario = journal
      .since(began)
      .some((entry) => entry.kind === "login" && entry.connection === current.connection);
    if (!isOfScenario) current.drop();
    return isOfScenario;
  }

  /** Shows the step until the wire shows that it happened, or the person gives it up. */
  async function act(step: Step, user: string): Promise<Outcome> {
    const since = meta().journal.last;
    const over = new AbortController();
    const until = AbortSignal.any([over.signal, left.signal]);
    const first = await Promise.race([
      watch(step, since, until),
      desk.ask(step.card, until).then((answer) => answer?.choice),
    ]);
    over.abort();
    if (first === undefined) return gone;
    if (first === "still") return succeeded({ login: accounts.loginBefore(user) ?? "" });
    if (typeof first === "string") return failed("not-possible", "The person could not do this in the app");
    if (!first.ok || !isDisturbed(meta().journal.since(since))) return first;
    const answer = await desk.ask(question(step.doubt, []), left.signal);
    if (answer === undefined) return gone;
    return answer.choice === "yes" ? first : failed("not-in-the-app", "The app does not say that it succeeded");
  }

  async function watch(step: Step, since: number, signal: AbortSignal): Promise<Outcome | undefined> {
    const { journal } = meta();
    for (let after = since; ; ) {
      const outcome = step.seen(journal.since(since));
      if (outcome !== undefined) return outcome;
      const next = await journal.wait(() => true, { ms: Number.POSITIVE_INFINITY, after, signal });
      if (next === undefined) return undefined;
      after = journal.last;
    }
  }

  /** Asks about everything that the app may show by now. */
  async function take({ user, timeoutMs }: Params<"events.take">): Promise<readonly Json[]> {
    const { journal } = meta();
    const login = accounts.login(user);
    const due = () => askable(journal.since(began), login, asked);
    if (due().length === 0 && timeoutMs > 0) {
      await journal.wait(() => due().length > 0, { ms: timeoutMs, after: journal.last, signal: left.signal });
    }
    const events: Json[] = [];
    for (let [next] = due(); next !== undefined; [next] = due()) {
      const answer = await desk.ask(question(next.question, next.lines), left.signal);
      if (answer === undefined) break;
      asked.add(next.key);
      if (answer.choice === "yes") events.push({ ...next.event, at: clock.now() });
    }
    return events;
  }

  return {
    async answer(message) {
      const { id, method, params } = JSON.parse(message) as { id: number; method: Method; params: object };
      let outcome: Outcome;
      try {
        outcome = await call(method, isRecord(params) ? params : {});
      } catch (thrown) {
        outcome = failed("manual-driver-failed", reasonOf(thrown));
      }
      if (outcome.ok) return JSON.stringify({ jsonrpc: "2.0", id, result: outcome.result });
      const { code, detail } = outcome;
      const error =
        code === unsupported
          ? { code: -32601, message: `A person has no ${method}` }
          : { code: -32000, message: detail, data: { code, detail } };
      return JSON.stringify({ jsonrpc: "2.0", id, error });
    },
    leave: () => left.abort(),
    async close() {
      left.abort();
    },
  };
}

const gone = failed("left", "The person left the run; --resume goes on with what was not judged");
