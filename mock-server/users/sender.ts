import { concat } from "../../core/bytes.js";
import type { SentMessage, UserContent } from "../../harness/ports/meta-side.js";
import type { TextContent } from "../../protocol/content/content.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { newMessageId } from "../../protocol/ids/message-id.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalAccount } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { sessionEngine } from "../../signal/engine.js";
import { kyberTagOf } from "../engine/key-bytes.js";
import type { SealedMessage } from "../faults/hooks.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";
import { fetchBundle } from "./keyring.js";
import { remember } from "./remember.js";
import { readRetryRequest } from "./retry.js";
import { traceContent, traceInspection } from "./trace-form.js";
import type { Turns } from "./turns.js";

/** Seals what the user says, and seals it again for receivers who could not open it. */
export interface Sender {
  /** @throws UserError, or SignalError when the receiver's keys are bad. */
  send(to: string, content: UserContent): Promise<SentMessage>;
  /** Begins a session, unless there is one. In the sender's turn. @throws as `send`. */
  prepare(to: string): Promise<void>;
  /** Answers a retry receipt; one for a message that is not known (any more) is ignored, as is one too many. */
  resend(receipt: StanzaNode): Promise<void>;
}

interface Draft {
  readonly id: string;
  readonly to: string;
  readonly content: TextContent;
}

/** How many of the newest messages can be sealed again. */
const maximumKept = 1000;

/** A receiver that never counts on would be answered for ever otherwise. Open clients stop here too (wire 5.4). */
const maximumResends = 10;

export function createSender(context: UserContext, turns: Turns): Sender {
  const { profile, account, random, faults, journal } = context;
  const sent = new Map<string, Draft>();
  const resends = new Map<string, number>();
  /** What messages were sealed as, whatever a fault made of them. */
  const earlier = new Map<string, StanzaNode>();
  let heldBack: readonly StanzaNode[] = [];

  /**
   * The stanzas that go out now.
   *
   * @param count - Ordinal of the retry; absent on a first message.
   */
  async function seal({ id, to, content }: Draft, count?: number): Promise<readonly StanzaNode[]> {
    const place = { accounts: [to], messageId: id };
    const skipped = faults.apply("skipped-messages", 0, place);
    if (skipped > 0) await account.skipAhead(addressOf(to), skipped);
    const encoded = encodeContent(content);
    const plain = faults.apply("plaintext", { content: encoded, padding: padding() }, place);
    const writer = faults.apply("sealing-identity", "own", place) === "own" ? account : await stranger(to);
    const message = await writer.encrypt(addressOf(to), concat(plain.content, plain.padding));
    const inspection = traceInspection(message);
    journal.record({
      kind: "sealed",
      by: "harness",
      messageId: id,
      user: context.jid,
      to,
      content: traceContent(content),
      ...(inspection && { inspection }),
    });
    const enc = node("enc", { v: "2", type: message.type, count: count?.toString() }, message.bytes);
    const stanza = node("message", { id, to, type: "text" }, [enc]);
    remember(earlier, id, enc, maximumKept);
    return release(faults.apply("sealed", { stanzas: [stanza], content: encoded, earlier, held: false }, place));
  }

  /** Whatever is held back goes out behind the next message that is not. */
  function release({ stanzas, held }: SealedMessage): readonly StanzaNode[] {
    const waiting = heldBack;
    heldBack = held ? [...waiting, ...stanzas] : [];
    return held ? [] : [...stanzas, ...waiting];
  }

  /** Somebody with keys of their own, and a session with `to`. */
  async function stranger(to: string): Promise<SignalAccount> {
    const other = sessionEngine(profile.session.engine).createAccount({ random });
    await other.openSession(addressOf(to), await fetchBundle(context, to));
    return other;
  }

  /** The longest padding is left to the fault that asks for it, as two of three open clients never use it (wire 4). */
  function padding(): Uint8Array {
    const { minimumPadding, maximumPadding } = profile.content;
    const length = minimumPadding + random.int(maximumPadding - minimumPadding);
    return new Uint8Array(length).fill(length);
  }

  async function prepare(to: string): Promise<void> {
    const address = addressOf(to);
    if (!account.hasSession(address)) await account.openSession(address, await fetchBundle(context, to));
  }

  /** Resolves with the server's answer still to come, so that waiting for it is nobody's turn. */
  async function transmit(draft: Draft): Promise<{ readonly answer: Promise<StanzaNode> | undefined }> {
    await prepare(draft.to);
    const stanzas = await seal(draft);
    remember(sent, draft.id, draft, maximumKept);
    // What is held back is answered later, when nobody waits for it.
    const answer = stanzas.length === 0 ? undefined : context.answers.wait(`message ${draft.id}`);
    for (const stanza of stanzas) context.say(stanza);
    return { answer };
  }

  return {
    prepare,
    async send(to, content) {
      const draft = { id: newMessageId(random), to, content };
      const { answer } = await turns.take(() => transmit(draft));
      const error = (await answer)?.attrs["error"];
      if (error === undefined) return { id: draft.id };
      throw new UserError("user-message-refused", `Send to ${to}: found error ${error}, wanted the server to take it`);
    },

    async resend(receipt) {
      const request = readRetryRequest(receipt, kyberTagOf(profile));
      const draft = sent.get(request?.id ?? "");
      if (request === undefined || draft === undefined || draft.to !== request.from) return;
      const before = resends.get(draft.id) ?? 0;
      if (request.count > profile.receipts.maximumRetries || before >= maximumResends) return;
      remember(resends, draft.id, before + 1, maximumKept);
      const bundle = request.bundle ?? (await fetchBundle(context, draft.to));
      // The old session stays, behind the new one, for messages that are still under way.
      await account.openSession(addressOf(draft.to), bundle);
      for (const stanza of await seal(draft, request.count)) context.say(stanza);
    },
  };
}
