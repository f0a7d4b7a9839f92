import { extractMessageContent } from "baileys";

/** `WebMessageInfo.Status`. */
const receiptTypes = new Map([
  [3, "delivered"],
  [4, "read"],
]);

/** What the client reports, in the words of the driver protocol. `self` is the user's own address. */

/** A message of somebody else; undefined when it has no text to show. */
export function shown({ key, message }) {
  // Out of the wrappers that a message may come in, as applications do it with the client's own function.
  const content = extractMessageContent(message);
  const text = content?.conversation ?? content?.extendedTextMessage?.text;
  if (text === undefined || text === null) return undefined;
  const { stanzaId, participant } = content.extendedTextMessage?.contextInfo ?? {};
  return {
    kind: "message",
    id: key.id,
    ...placeOf(key),
    content: { type: "text", text },
    ...(stanzaId && { replyTo: { id: stanzaId, from: participant ?? "" } }),
  };
}

/** What became of a message of the user's own. */
export function progress({ key, update }) {
  const type = receiptTypes.get(update.status);
  const error = update.messageStubParameters?.[0];
  return [
    ...(type === undefined ? [] : [{ kind: "receipt", ids: [key.id], ...placeOf(key), type }]),
    ...(error === undefined ? [] : [{ kind: "error", code: String(error), detail: key.id }]),
  ];
}

/** A receipt of one member of a group. */
export function memberProgress({ key, receipt }) {
  const type = receipt.readTimestamp ? "read" : "delivered";
  return { kind: "receipt", ids: [key.id], from: receipt.userJid, group: key.remoteJid, type };
}

export function reacted({ key, reaction }, self) {
  const author = key.fromMe ? self : key.participant || key.remoteJid;
  const { from, group } = placeOf(reaction.key);
  return {
    kind: "reaction",
    target: { id: key.id, from: author },
    from,
    emoji: reaction.text ?? "",
    ...(group && { group }),
  };
}

/** The client says "available" of who has stopped typing, so `composing`, those who type, has to be remembered. */
export function typing({ presences }, composing) {
  return Object.entries(presences).flatMap(([from, { lastKnownPresence }]) => {
    if (lastKnownPresence === "composing") {
      composing.add(from);
      return [{ kind: "typing", from, state: "composing" }];
    }
    return composing.delete(from) ? [{ kind: "typing", from, state: "paused" }] : [];
  });
}

function placeOf({ remoteJid, participant }) {
  return remoteJid.endsWith("@g.us") ? { from: participant || remoteJid, group: remoteJid } : { from: remoteJid };
}
