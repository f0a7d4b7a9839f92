import type { Timer } from "../../core/clock.js";
import { childNamed, childrenNamed, childrenOf, type StanzaNode } from "../../protocol/stanza/node.js";
import type { UserContext } from "../account/context.js";
import { ProviderError } from "../errors.js";
import type { ReceiptNews, TypingState } from "../events.js";
import { contract } from "../settings.js";
import { contactOf } from "../stanzas/messages.js";
import type { InteropRequestName } from "../stanzas/requests.js";

/** What a user does apart from sending messages. */
export class Features {
  readonly #context: UserContext;
  readonly #remembered = new Set<string>();
  readonly #typing = new Map<string, Timer>();
  #queued: StanzaNode[] = [];

  constructor(context: UserContext) {
    this.#context = context;
  }

  /** @throws ProviderError `not-connected` */
  read(from: string, ids: readonly string[]): void {
    const { behaviour, session } = this.#context;
    for (const receipt of behaviour.features.readReceipts(from, ids)) session.send(receipt);
  }

  /** Sends now or fails, because a moment later it would be untrue. @throws ProviderError `not-connected` */
  typing(to: string, state: TypingState): void {
    const { behaviour, session } = this.#context;
    for (const stanza of behaviour.features.typing(to, state)) {
      if (!session.online && behaviour.features.typingWhileAway === "queued") this.#queued.push(stanza);
      else session.send(stanza);
    }
  }

  /** The user is online again. */
  online(): void {
    for (const stanza of this.#queued.splice(0)) this.#context.session.send(stanza);
  }

  takeChatstate(stanza: StanzaNode): void {
    const { typingIn } = this.#context.behaviour.features;
    const from = contactOf(stanza.attrs["from"]);
    const found = (["composing", "paused"] as const).find((state) => childNamed(stanza, state) !== undefined);
    const shown = found && typingIn(found);
    if (from !== undefined && shown !== undefined) this.#showTyping(from, shown);
  }

  /** Without news, a contact counts as no longer typing after a while (wire 3.10). */
  #showTyping(from: string, state: TypingState): void {
    const { behaviour, clock, events } = this.#context;
    const { typingShownMs } = behaviour.features;
    this.#typing.get(from)?.cancel();
    this.#typing.delete(from);
    events.push({ kind: "typing", from, state });
    if (state === "paused" || typingShownMs === undefined) return;
    this.#typing.set(
      from,
      clock.after(typingShownMs, () => this.#showTyping(from, "paused")),
    );
  }

  /** @throws ProviderError `request-refused`, `not-connected`, `no-reply` */
  async changeBlocklist(action: "block" | "unblock", jid: string): Promise<void> {
    const { features } = this.#context.behaviour;
    await this.#ask("blocklist", (id) => features.blocklistChange(id, action, jid));
    if (action === "block") this.#remembered.add(jid);
    else this.#remembered.delete(jid);
  }

  /** The server's list: other devices of the past may have changed it. @throws ProviderError */
  async blocklist(): Promise<readonly string[]> {
    const { features } = this.#context.behaviour;
    if (features.blocklist === "remembered") return [...this.#remembered];
    const answer = await this.#context.session.request((id) => features.blocklistRequest(id));
    const list = childrenOf(answer).find(({ tag }) => tag === contract.requests.blocklist.element);
    return list === undefined ? [] : childrenNamed(list, "item").flatMap(({ attrs }) => attrs["jid"] ?? []);
  }

  /** Asks `jid` to become reachable (interop fact 92). @throws ProviderError */
  async notify(jid: string): Promise<void> {
    const { features } = this.#context.behaviour;
    await this.#ask("reachability", (id) => features.reachabilityRequest(id, jid));
  }

  /** Has Meta remove the account (interop fact 13). @throws ProviderError */
  async remove(): Promise<void> {
    const { behaviour, session } = this.#context;
    await this.#ask("deletion", (id) => behaviour.features.deletionRequest(id));
    await behaviour.features.afterDeletion(session);
  }

  async #ask(name: InteropRequestName, build: (id: string) => StanzaNode | undefined): Promise<void> {
    const { behaviour, session } = this.#context;
    const id = session.nextId();
    const request = build(id);
    if (request === undefined) return;
    try {
      await session.ask(id, request);
    } catch (thrown) {
      if (!(thrown instanceof ProviderError && thrown.code === "request-refused")) throw thrown;
      const error = behaviour.features.refused(thrown, name);
      if (error !== undefined) throw error;
    }
  }
}

/** Words for users, by the type of a receipt (wire 3.9); "" is a receipt without a type. */
const words: ReadonlyMap<string, string> = new Map([
  ["", "delivered"],
  ["delivery", "delivered"],
  ["inactive", "delivered"],
  ["read", "read"],
  ["played", "played"],
]);

/** Shows a receipt of `from` to the user. An unknown type shows nothing. */
export function showReceipt({ behaviour, events }: UserContext, receipt: StanzaNode, from: string): void {
  const { id, type = "" } = receipt.attrs as Partial<Record<"id" | "type", string>>;
  if (id === undefined) return;
  // One receipt may confirm several messages (interop fact 79).
  const further = childrenOf(receipt).flatMap((list) => childrenNamed(list, "item"));
  const ids = [id, ...further.flatMap((item) => item.attrs["id"] ?? [])];
  const word = words.get(type);
  const news = (known: string): ReceiptNews => ({ ids, from, type: known });
  const { features } = behaviour;
  const shown =
    word === undefined ? features.unknownReceiptIn(news(type)) : features.receiptIn(news(word), receipt.attrs["type"]);
  if (shown !== undefined) events.push({ kind: "receipt", ...shown });
}
