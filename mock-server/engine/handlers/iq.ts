import { childNamed, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";
import { fetchKeys } from "./iq-bundle.js";
import { interopHandler } from "./iq-interop.js";
import { countKeys } from "./iq-count.js";
import { digestKeys } from "./iq-digest.js";
import { setPassive } from "./iq-passive.js";
import { answerPing } from "./iq-ping.js";
import { rotateSignedPreKey } from "./iq-rotate.js";
import { storeKeys } from "./iq-upload.js";
import { describeGroup, listGroups } from "./group-query.js";
import { addMembers, createGroup, leaveGroups, removeMembers, renameGroup } from "./group-change.js";
import { giveMediaConnection } from "./media-conn.js";
import { tellPrivacy } from "./privacy.js";
import { unlinkDevice } from "./unlink.js";
import { lookUpUsers } from "./usync.js";

interface Request {
  readonly child?: string;
  readonly handler: Handler;
}

/** Namespace and type, then the child that tells requests apart; the last line of each kind is for no such child. */
const requests: Readonly<Record<string, readonly Request[]>> = {
  "get w:p": [{ handler: answerPing }],
  "get encrypt": [
    { child: "count", handler: countKeys },
    { child: "key", handler: fetchKeys },
    { child: "digest", handler: digestKeys },
  ],
  "set encrypt": [
    { child: "rotate", handler: rotateSignedPreKey },
    { child: "identity", handler: storeKeys },
  ],
  "set passive": [{ handler: setPassive }],
  "get w:g2": [
    { child: "query", handler: describeGroup },
    { child: "participating", handler: listGroups },
  ],
  "set w:g2": [
    { child: "create", handler: createGroup },
    { child: "add", handler: addMembers },
    { child: "remove", handler: removeMembers },
    { child: "subject", handler: renameGroup },
    { child: "leave", handler: leaveGroups },
  ],
};

/** What only users with several devices ask for. */
const personalRequests: Readonly<Record<string, readonly Request[]>> = {
  "get usync": [{ child: "usync", handler: lookUpUsers }],
  "get privacy": [{ child: "privacy", handler: tellPrivacy }],
  "set w:m": [{ child: "media_conn", handler: giveMediaConnection }],
  "set md": [{ child: "remove-companion-device", handler: unlinkDevice }],
};

/**
 * A request gets its answer, an unknown one what the profile says. Results and errors are answers to the server: nothing
 * to do.
 */
export const handleIq: Handler = (turn, sender, stanza) => {
  if (!isRequest(stanza)) return;
  const handler = handlerOf(stanza, sender.person !== undefined) ?? interopHandler(turn, stanza);
  if (handler !== undefined) handler(turn, sender, stanza);
  else if (turn.shared.profile.stanza.unknownRequest === "empty-result") turn.answer(sender, stanza);
  else turn.refuse(sender, stanza, "501", "feature-not-implemented");
};

/** Whether a request has an answer of its own. Stanzas that are no request need none. */
export function isAnswered(stanza: StanzaNode): boolean {
  return !isRequest(stanza) || handlerOf(stanza, true) !== undefined;
}

function isRequest({ tag, attrs }: StanzaNode): boolean {
  return tag === "iq" && (attrs["type"] === "get" || attrs["type"] === "set");
}

function handlerOf(stanza: StanzaNode, personal: boolean): Handler | undefined {
  const key = `${stanza.attrs["type"]} ${stanza.attrs["xmlns"]}`;
  const known = [...(requests[key] ?? []), ...((personal ? personalRequests[key] : undefined) ?? [])];
  return known.find(({ child }) => child === undefined || childNamed(stanza, child) !== undefined)?.handler;
}
