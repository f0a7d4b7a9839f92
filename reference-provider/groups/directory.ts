import { childNamed, childrenNamed, childrenOf, type StanzaNode } from "../../protocol/stanza/node.js";
import type { UserContext } from "../account/context.js";
import { ProviderError } from "../errors.js";
import { groupQuery } from "../stanzas/groups.js";
import { contactOf } from "../stanzas/messages.js";

interface Known {
  readonly members: Set<string>;
  /** Who was removed, or left. */
  readonly former: Set<string>;
}

/** Who is in the user's groups. Asks the server once, and then follows its notifications. */
export class Directory {
  readonly #context: UserContext;
  readonly #groups = new Map<string, Known>();

  constructor(context: UserContext) {
    this.#context = context;
  }

  /** The kind of change in a notification; undefined when no member joined or left. */
  noticed(notification: StanzaNode): "create" | "add" | "remove" | undefined {
    const group = notification.attrs["from"] ?? "";
    const created = childNamed(childNamed(notification, "create") ?? notification, "group");
    if (created !== undefined) {
      this.#take(group, created);
      return "create";
    }
    const change = childrenOf(notification).find(({ tag }) => tag === "add" || tag === "remove");
    if (change === undefined) return undefined;
    const changed = membersIn(change);
    const known = this.#groups.get(group);
    for (const member of changed) {
      if (change.tag === "add") known?.members.add(member);
      else if (known?.members.delete(member)) known.former.add(member);
    }
    return change.tag === "add" ? "add" : "remove";
  }

  /** The user included. @throws ProviderError `request-refused` when the user is no member. */
  async members(group: string): Promise<readonly string[]> {
    return [...(this.#groups.get(group) ?? (await this.#ask(group))).members];
  }

  former(group: string): ReadonlySet<string> {
    return this.#groups.get(group)?.former ?? new Set();
  }

  /** Asks the server before it says no, because a member's first message may arrive before the notification. */
  async isMember(group: string, who: string): Promise<boolean> {
    if (this.#groups.get(group)?.members.has(who) === true) return true;
    try {
      return (await this.#ask(group)).members.has(who);
    } catch (thrown) {
      if (thrown instanceof ProviderError) return false;
      throw thrown;
    }
  }

  async #ask(group: string): Promise<Known> {
    const answer = await this.#context.session.request((id) => groupQuery(id, group));
    const described = childNamed(answer, "group");
    if (described !== undefined) return this.#take(group, described);
    throw new ProviderError("request-refused", `Ask for ${group}: found no group in the answer, wanted its members`);
  }

  #take(group: string, described: StanzaNode): Known {
    const known = { members: new Set(membersIn(described)), former: this.#groups.get(group)?.former ?? new Set() };
    this.#groups.set(group, known);
    return known;
  }
}

function membersIn(holder: StanzaNode): readonly string[] {
  return childrenNamed(holder, "participant").flatMap(({ attrs }) => contactOf(attrs["jid"]) ?? []);
}
