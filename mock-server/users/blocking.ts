import { describe, node } from "../../protocol/stanza/node.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";

/** Blocks `login`, in the way in which a provider's user does. @throws UserError `user-request-refused`. */
export async function block({ ask, profile }: UserContext, login: string): Promise<void> {
  const { namespace, element } = profile.requests.blocklist;
  const item = node("item", { action: "block", jid: login });
  const answer = await ask({ type: "set", xmlns: namespace }, [node(element, {}, [item])]);
  if (answer.attrs["type"] === "result") return;
  throw new UserError("user-request-refused", `Block ${login}: found ${describe(answer)}, wanted a result`);
}
