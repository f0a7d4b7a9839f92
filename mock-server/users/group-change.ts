import { childNamed, describe, node } from "../../protocol/stanza/node.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";

/** Adds members or removes them. @throws UserError `user-request-refused`. */
export async function changeGroup(
  { ask }: UserContext,
  change: "add" | "remove",
  group: string,
  members: readonly string[],
): Promise<void> {
  const participants = members.map((jid) => node("participant", { jid }));
  const answer = await ask({ type: "set", xmlns: "w:g2", to: group }, [node(change, {}, participants)]);
  if (answer.attrs["type"] === "result") return;
  throw new UserError("user-request-refused", `Change ${group}: found ${describe(answer)}, wanted a result`);
}

/** Makes a group of the user and `members`; resolves with its address. @throws UserError `user-request-refused`. */
export async function createGroup({ ask }: UserContext, subject: string, members: readonly string[]): Promise<string> {
  const participants = members.map((jid) => node("participant", { jid }));
  const create = node("create", { subject, key: "1" }, participants);
  const answer = await ask({ type: "set", xmlns: "w:g2", to: "g.us" }, [create]);
  const id = childNamed(answer, "group")?.attrs["id"];
  if (id !== undefined) return `${id}@g.us`;
  throw new UserError("user-request-refused", `Create a group: found ${describe(answer)}, wanted a group`);
}
