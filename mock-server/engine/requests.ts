import { serverAddress } from "../../protocol/ids/jid.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { unlinkDevice } from "./devices.js";
import {
  addMembers,
  createGroup,
  describeGroup,
  leaveGroups,
  listGroups,
  removeMembers,
  renameGroup,
} from "./group-requests.js";
import { interopHandler } from "./interop-requests.js";
import { countKeys, digestKeys, fetchKeys, rotateSignedPreKey, storeKeys } from "./keys.js";
import { lookUpUsers } from "./look-up.js";
import { setPassive } from "./sessions.js";
import { changeBlocked, takePrivacyTokens, tellBlocked, tellPrivacy, tellProperties } from "./settings.js";
import type { Account } from "./account.js";
import type { Handler, Turn } from "./turn.js";

/** Answers a keep-alive ping (interop fact 35), with or without a `ping` child. */
const answerPing: Handler = (turn, sender, request) => {
  const answer = node("iq", { type: "result", id: request.attrs["id"], from: serverAddress });
  const given = turn.shared.faults.apply("ping-answer", answer, turn.placeOf(sender));
  if (given !== undefined) turn.send(sender, given);
};

/** Tells a client where to put and fetch files (wire 6.2). */
const giveMediaConnection: Handler = (turn, sender, request) => {
  const mediaHost = turn.shared.mediaHost();
  if (mediaHost === undefined) return turn.refuse(sender, request, "503", "service-unavailable");
  const { connectionSeconds, maximumFileBytes } = turn.shared.profile.media;
  const ttl = String(connectionSeconds);
  const host = node(
    "host",
    { hostname: mediaHost.name, type: "primary", maxContentLengthBytes: String(maximumFileBytes) },
    [node("upload"), node("download")],
  );
  const attrs = { auth: `${mediaHost.authPrefix}${turn.shared.nextId()}`, ttl, auth_ttl: ttl, max_buckets: "12" };
  turn.answer(sender, request, [node("media_conn", attrs, [host])]);
};

/** Refuses a message or request that violates the catalogue (interop fact 49). Other stanzas get no answer. */
export const refuseViolation: Handler = (turn, sender, stanza) => {
  const { violationCode } = turn.shared.profile.stanza;
  if (stanza.tag === "message") turn.acknowledge(sender, stanza, { error: violationCode });
  if (isRequest(stanza)) turn.refuse(sender, stanza, violationCode, "smax-invalid");
};

interface Request {
  readonly child?: string;
  readonly handler: Handler;
}

/** By type and namespace. Requests that share both differ in a child. */
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

/** Only for users who may have several devices. */
const personalRequests: Readonly<Record<string, readonly Request[]>> = {
  "get usync": [{ child: "usync", handler: lookUpUsers }],
  "get privacy": [{ child: "privacy", handler: tellPrivacy }],
  "set privacy": [{ child: "tokens", handler: takePrivacyTokens }],
  "get abt": [{ child: "props", handler: tellProperties }],
  // As earlier versions ask.
  "get w": [{ child: "props", handler: tellProperties }],
  "get blocklist": [{ handler: tellBlocked }],
  "set blocklist": [{ child: "item", handler: changeBlocked }],
  "set w:m": [{ child: "media_conn", handler: giveMediaConnection }],
  "set md": [{ child: "remove-companion-device", handler: unlinkDevice }],
};

/** Answers a request, an unknown one as the profile says. Results and errors need no answer. */
export const handleIq: Handler = (turn, sender, stanza) => {
  if (!isRequest(stanza) || !reachesServer(turn, sender, stanza)) return;
  const handler = handlerOf(stanza, sender.person !== undefined) ?? interopHandler(turn, stanza);
  if (handler !== undefined) handler(turn, sender, stanza);
  else if (turn.shared.profile.stanza.unknownRequest === "empty-result") turn.answer(sender, stanza);
  else turn.refuse(sender, stanza, "501", "feature-not-implemented");
};

/** False if a fault loses the request. Simulated users have no connection and are not under test. */
function reachesServer(turn: Turn, sender: Account, { attrs }: StanzaNode): boolean {
  if (sender.connection === undefined) return true;
  const { type, xmlns = "" } = attrs;
  const asked = { type: type === "set" ? "set" : "get", namespace: xmlns, arrives: true } as const;
  return turn.shared.faults.apply("request", asked, turn.placeOf(sender)).arrives;
}

/** Whether this endpoint has an answer to a request of its own. True for stanzas that are no request. */
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
