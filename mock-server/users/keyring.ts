import { childNamed, childrenOf, describe, node } from "../../protocol/stanza/node.js";
import type { PreKeyBundle } from "../../signal/account.js";
import { kyberTagOf } from "../engine/key-bytes.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";
import { readBundle, uploadNodes } from "./key-nodes.js";

/** One-time pre-keys per upload: enough for the contacts of a suite, few enough to be made in an instant. */
const batch = 20;

/**
 * Publishes the user's keys, with a fresh batch of one-time pre-keys. The identity is whichever the account has now.
 *
 * @throws UserError `user-keys-refused`.
 */
export async function publishKeys({ account, ask, profile }: UserContext): Promise<void> {
  const preKeys = account.generatePreKeys(account.nextPreKeyId, batch);
  const answer = await ask({ type: "set", xmlns: "encrypt" }, uploadNodes(account, preKeys, kyberTagOf(profile)));
  if (answer.attrs["type"] === "result") return;
  throw new UserError("user-keys-refused", `Publish keys: found ${describe(answer)}, wanted a result`);
}

/** Fetches the keys of `jid` from the server. @throws UserError `user-bundle-unavailable`. */
export async function fetchBundle({ ask, profile }: UserContext, jid: string): Promise<PreKeyBundle> {
  const answer = await ask({ type: "get", xmlns: "encrypt" }, [node("key", {}, [node("user", { jid })])]);
  const list = childNamed(answer, "list");
  const user = list && childNamed(list, "user");
  const bundle = user && readBundle(childrenOf(user), kyberTagOf(profile));
  if (bundle !== undefined) return bundle;
  const found = describe(user ?? answer);
  throw new UserError("user-bundle-unavailable", `Fetch the keys of ${jid}: found ${found}, wanted a bundle`);
}
