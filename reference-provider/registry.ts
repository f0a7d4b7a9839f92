import type { ProviderVariant, Variants } from "./behaviour/variant.js";
import lawfulChannel from "./lawful/channel.js";
import lawfulFiles from "./lawful/files.js";
import lawfulGroups from "./lawful/groups.js";
import lawfulIdentity from "./lawful/identity.js";
import lawfulMessaging from "./lawful/messaging.js";
import lawfulServer from "./lawful/server.js";
import agreements from "./mutants/agreements.js";
import blocking from "./mutants/blocking.js";
import certificates from "./mutants/certificates.js";
import chains from "./mutants/chains.js";
import channel from "./mutants/channel.js";
import contacts from "./mutants/contacts.js";
import deletion from "./mutants/deletion.js";
import encryption from "./mutants/encryption.js";
import enlistment from "./mutants/enlistment.js";
import fileHost from "./mutants/file-host.js";
import filesIn from "./mutants/files-in.js";
import filesOut from "./mutants/files-out.js";
import filesSealing from "./mutants/files-sealing.js";
import frames from "./mutants/frames.js";
import groupKeys from "./mutants/group-keys.js";
import groups from "./mutants/groups.js";
import handshake from "./mutants/handshake.js";
import jwks from "./mutants/jwks.js";
import keys from "./mutants/keys.js";
import login from "./mutants/login.js";
import messagesIn from "./mutants/messages-in.js";
import messagesOut from "./mutants/messages-out.js";
import openings from "./mutants/openings.js";
import proxy from "./mutants/proxy.js";
import push from "./mutants/push.js";
import reactionsAndReplies from "./mutants/reactions-and-replies.js";
import receipts from "./mutants/receipts.js";
import reconnection from "./mutants/reconnection.js";
import retries from "./mutants/retries.js";
import sessions from "./mutants/sessions.js";
import stanzaEncoding from "./mutants/stanza-encoding.js";
import texts from "./mutants/texts.js";
import tokens from "./mutants/tokens.js";
import typing from "./mutants/typing.js";
import waitingMessages from "./mutants/waiting-messages.js";
import { nullKinds } from "./null/null-driver.js";

type Kind = ProviderVariant["kind"];

/** All variants. A new file in `mutants/` or `lawful/` needs its line here; a new variant in a file needs nothing. */
const variants: Readonly<Record<Kind, Variants>> = {
  mutant: joined([
    agreements,
    blocking,
    certificates,
    chains,
    channel,
    contacts,
    deletion,
    encryption,
    enlistment,
    fileHost,
    filesIn,
    filesOut,
    filesSealing,
    frames,
    groupKeys,
    groups,
    handshake,
    jwks,
    keys,
    login,
    messagesIn,
    messagesOut,
    openings,
    proxy,
    push,
    reactionsAndReplies,
    receipts,
    reconnection,
    retries,
    sessions,
    stanzaEncoding,
    texts,
    tokens,
    typing,
    waitingMessages,
  ]),
  lawful: joined([lawfulChannel, lawfulFiles, lawfulGroups, lawfulIdentity, lawfulMessaging, lawfulServer]),
};

/** In alphabetical order, like `lawfulIds`. */
export const mutantIds: readonly string[] = [...variants.mutant.keys()].sort();
export const lawfulIds: readonly string[] = [...variants.lawful.keys()].sort();

/**
 * A new copy of a variant, which shares no memory with others.
 *
 * @throws Error for an unknown id.
 */
export function loadVariant(kind: Kind, id: string): ProviderVariant {
  const variant = variants[kind].get(id)?.();
  if (variant !== undefined) return variant;
  throw new Error(`--${kind} ${id}: unknown id; --list shows all`);
}

/** All variants, one a line, with what they do. */
export function listing(): string {
  const lines = [
    ...mutantIds.map((id) => loadVariant("mutant", id)),
    ...lawfulIds.map((id) => loadVariant("lawful", id)),
  ].map(({ kind, id, sentence }) => `--${kind} ${id}: ${sentence}`);
  return [...lines, ...nullKinds.map((kind) => `--null ${kind}`), ""].join("\n");
}

function joined(files: readonly Variants[]): Variants {
  const found = new Map<string, () => ProviderVariant>();
  for (const [id, variant] of files.flatMap((file) => [...file])) {
    if (found.has(id)) throw new Error(`Load the variants: found the id "${id}" a second time`);
    found.set(id, variant);
  }
  return found;
}
