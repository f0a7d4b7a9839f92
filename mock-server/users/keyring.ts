import { childNamed, childrenNamed, childrenOf, describe, node } from "../../protocol/stanza/node.js";
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
export async function publishKeys({ account, ask, jid, profile, secrets }: UserContext): Promise<void> {
  secrets.add(`identity key of ${jid}`, account.privateIdentity);
  const preKeys = account.generatePreKeys(account.nextPreKeyId, batch);
  const answer = await ask({ type: "set", xmlns: "encrypt" }, uploadNodes(account, preKeys, kyberTagOf(profile)));
  if (answer.attrs["type"] === "result") return;
  throw new UserError("user-keys-refused", `Publish keys: found ${describe(answer)}, wanted a result`);
}

/** Fetches the keys of `jid` from the server. @throws UserError `user-bundle-unavailable`. */
export async function fetchBundle(context: UserContext, jid: string): Promise<PreKeyBundle> {
  const bundle = (await fetchBundles(context, [jid])).get(jid);
  if (bundle !== undefined) return bundle;
  throw new UserError("user-bundle-unavailable", `Fetch the keys of ${jid}: found none, wanted a bundle`);
}

/** Fetches the keys of several devices at a time; those that have none are left out. */
export async function fetchBundles(
  { ask, profile }: UserContext,
  jids: readonly string[],
): Promise<ReadonlyMap<string, PreKeyBundle>> {
  if (jids.length === 0) return new Map();
  const asked = jids.map((jid) => node("user", { jid }));
  const answer = await ask({ type: "get", xmlns: "encrypt" }, [node("key", {}, asked)]);
  const list = childNamed(answer, "list");
  const users = list === undefined ? [] : childrenNamed(list, "user");
  const found = users.flatMap((user) => {
    const bundle = readBundle(childrenOf(user), kyberTagOf(profile));
    const { jid } = user.attrs;
    return bundle === undefined || jid === undefined ? [] : [[jid, bundle] as const];
  });
  return new Map(found);
}
