import { decodeSignedIdentity, verifyIdentity } from "../../protocol/adv/device-identity.js";
import { AdvError } from "../../protocol/adv/errors.js";
import { serverAddress } from "../../protocol/ids/jid.js";
import { bytesOf, childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { Pairing } from "./accounts.js";
import { addDevice } from "./devices.js";
import type { Turn } from "./turn.js";
import type { Companion, PairingOffer } from "./types.js";

/** Gives a client without an account the references for its codes. */
export function startPairing(turn: Turn, connection: string, companion: Companion, refs: readonly string[]): void {
  turn.shared.pairings.add({ connection, companion, refs, offer: undefined });
  const offered = node(
    "pair-device",
    {},
    refs.map((ref) => node("ref", {}, Buffer.from(ref))),
  );
  const attrs = { id: turn.shared.nextId(), type: "set", xmlns: "md", from: serverAddress };
  turn.effects.push({ type: "send", connection, node: node("iq", attrs, [offered]) });
}

/** The phone has scanned a code: passes its sealed statement on to the companion. */
export function offerAccount(turn: Turn, ref: string, offer: PairingOffer, sealedIdentity: Uint8Array): void {
  const pairing = turn.shared.pairings.withRef(ref);
  const person = turn.accounts.person(offer.phone);
  if (pairing === undefined || person === undefined) return;
  pairing.offer = offer;
  const addresses = { jid: person.addressOf(offer.device, "phone"), lid: person.addressOf(offer.device, "lid") };
  const success = node("pair-success", {}, [
    node("device-identity", {}, sealedIdentity),
    node("biz", { name: person.name }),
    node("device", addresses),
    node("platform", { name: "android" }),
  ]);
  const attrs = { id: turn.shared.nextId(), type: "set", xmlns: "md", from: serverAddress, t: turn.seconds };
  turn.effects.push({ type: "send", connection: pairing.connection, node: node("iq", attrs, [success]) });
}

/** Handles a stanza of a client during pairing. The last one carries the client's signature. */
export function handleUnpaired(turn: Turn, pairing: Pairing, stanza: StanzaNode): void {
  const { type, id } = stanza.attrs;
  if (stanza.tag !== "iq") return;
  if (type === "get" || type === "set") {
    const answer = node("iq", { type: "result", id, from: serverAddress });
    turn.effects.push({ type: "send", connection: pairing.connection, node: answer });
    return;
  }
  const signed = childNamed(stanza, "pair-device-sign");
  const identity = signed && childNamed(signed, "device-identity");
  const bytes = identity && bytesOf(identity);
  if (bytes !== undefined && pairing.offer !== undefined) finish(turn, pairing, pairing.offer, bytes);
}

function finish(turn: Turn, { connection, companion }: Pairing, offer: PairingOffer, signed: Uint8Array): void {
  turn.shared.pairings.remove(connection);
  const problem = problemOf(turn, companion, offer, signed);
  if (problem === undefined) addDevice(turn, { ...offer, ...companion });
  // 515 makes the client reconnect with its new account (wire 3.3); 401 means that it has none.
  const code = problem === undefined ? "515" : "401";
  turn.effects.push({ type: "send", connection, node: node("stream:error", { code }) });
  turn.effects.push({ type: "close", connection, reason: problem ?? "paired" });
}

function problemOf(turn: Turn, { keys }: Companion, offer: PairingOffer, signed: Uint8Array): string | undefined {
  const phone = turn.accounts.at(offer.phone)?.keys?.identity;
  if (phone === undefined) return "account gone";
  try {
    verifyIdentity(decodeSignedIdentity(signed), { account: phone, device: keys.identity });
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AdvError) return thrown.code;
    throw thrown;
  }
}
