import type { TypingState } from "../../harness/ports/provider-side.js";
import { type Call, calls, ending, parameter } from "../kit/calls.js";
import { showText } from "../kit/conversation.js";
import {
  check,
  type Check,
  type EntryOf,
  killedFor,
  type OneFindingRow,
  scenario,
  type StanzaEntry,
  type Trace,
} from "../kit/index.js";
import { probeAnswer, probeOf } from "../kit/probes.js";
import { isOpening } from "../kit/texts.js";
import { fromNow, leave } from "../kit/waiting.js";

/**
 * Each side types and stops, the WhatsApp user also several times at once; the provider's user types and then writes. At the end
 * the provider's user types while away, and comes back.
 */
export const typing = scenario("scenarios/typing", ["text-receive", "typing"], async (context) => {
  const { provider, wait } = context;
  const { alice, bob } = await showText(context);
  const types = async (state: "composing" | "paused"): Promise<void> => {
    const since = fromNow(context);
    await alice.typing(bob.jid, state);
    await wait("stanza", ({ direction, node }) => direction === "in" && node.tag === "chatstate", since);
  };
  await types("composing");
  await types("paused");
  for (const state of ["composing", "paused"] as const) {
    bob.typing(alice.login, state);
    await alice.event("typing", (event) => event["state"] === state);
  }
  const probe = await probeOf(context, alice, "before-typing-at-once");
  for (const state of ["composing", "paused", "composing"] as const) bob.typing(alice.login, state);
  await probe.ask("after-typing-at-once");
  await provider.drainEvents();

  if (provider.capabilities.has("text")) {
    await types("composing");
    const { id } = await alice.send(bob.jid, { type: "text", text: "This is what was typed." });
    await wait("opened", isOpening(id));
    await probe.ask("after-typed-text");
  }
  await leave(context, alice);
  await alice.tryTyping(bob.jid, "composing");
  await alice.connect();
  await probeOf(context, alice, "after-typing");
});

/** The provider's user leaves, once in the scenario. */
export function leaving(trace: Trace): EntryOf<"driver"> | undefined {
  return calls(trace, "user.disconnect")[0]?.request;
}

/** The calls of message.typing for a user who was connected: all but the last one of the scenario. */
export function typingWhileThere(trace: Trace): readonly Call[] {
  const left = leaving(trace);
  return calls(left === undefined ? trace : trace.before(left), "message.typing").filter(
    (call) => ending(call) === "ok",
  );
}

/** Typing states that the provider's client sent. */
export function chatstates(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("chatstate").list;
}

/** What came before the WhatsApp user typed several times at once. */
export function beforeBurst(trace: Trace): Trace {
  const probe = probeAnswer(trace, "before-typing-at-once");
  return probe === undefined ? trace : trace.before(probe);
}

/** What came with it, up to the answer to the probe behind it, and the events that were collected then. */
export function burst(trace: Trace): Trace | undefined {
  const [before, after] = ["before-typing-at-once", "after-typing-at-once"].map((id) => probeAnswer(trace, id));
  if (before === undefined || after === undefined) return undefined;
  const [next] = calls(trace.after(after), "message.typing");
  const since = trace.after(before);
  return next === undefined ? since : since.before(next.request);
}

interface TypingRow extends OneFindingRow {
  readonly state: TypingState;
}

/** The contact is told of this state of the provider's user. */
export function tellsTyping(id: string, row: TypingRow): Check {
  const [finding, addressee] = ["typing state", "addressee of the typing state"];
  const asked = (trace: Trace): readonly Call[] =>
    typingWhileThere(trace).filter((call) => parameter(call, "state") === row.state);
  return check(id, {
    ...row,
    scenario: typing,
    reached: (trace) => asked(trace).map(({ request }) => request),
    judge({ expect, trace }) {
      for (const call of asked(trace)) {
        const [sent] = chatstates(trace.after(call.request));
        const state = sent?.node.children?.[0]?.tag ?? "nothing sent";
        expect(finding, state, sent ?? call.request).is(row.state);
        if (sent !== undefined) expect(addressee, sent.node.attrs["to"], sent).is(parameter(call, "to"));
      }
    },
    mutants: { ...killedFor(finding, row), "typing-to-phone-address": addressee },
  });
}

/** The provider's user is shown this state of a contact. */
export function showsTyping(id: string, row: TypingRow): Check {
  const finding = "typing shown to the user";
  return check(id, {
    ...row,
    scenario: typing,
    // Several at once may be shown as one; m4-features/typing-at-once judges the last of them.
    reached: (trace) =>
      beforeBurst(trace)
        .stanzas.toProvider.tag("chatstate")
        .where(({ node }) => node.children?.[0]?.tag === row.state).list,
    judge({ expect, reached, trace }) {
      for (const sent of reached) {
        const [event] = trace.after(sent).of("event", (entry) => entry.event.kind === "typing");
        const state = String(event?.event["state"] ?? "nothing");
        expect(finding, state, event ?? sent).is(row.state);
        if (event !== undefined) expect("who is typing", event.event["from"], event).is(sent.node.attrs["from"] ?? "");
      }
    },
    mutants: killedFor(finding, row),
  });
}
