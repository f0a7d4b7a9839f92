import { createHash } from "node:crypto";
import { parseJid } from "../../protocol/ids/jid.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { type Account, type AddressForm, addressIn, type Person } from "./account.js";
import { endSession, newAccount } from "./sessions.js";
import type { Handler, Turn } from "./turn.js";
import type { AddedDevice } from "./types.js";

/** Adds a device to a known user and tells everyone who may write to it. */
export function addDevice(turn: Turn, added: AddedDevice): Account | undefined {
  const person = turn.accounts.person(added.phone);
  if (person === undefined) return undefined;
  const account = newAccount(turn, person.addressOf(added.device, "phone"));
  account.person = person;
  account.device = added.device;
  account.noiseKey = added.noiseKey;
  if (added.keys !== undefined) account.setKeys(added.keys);
  person.devices.set(added.device, account);
  person.keyIndexes = added.keyIndexes;
  turn.accounts.put(account);
  tellDevices(turn, person, "add", account);
  return account;
}

function removeDevice(turn: Turn, account: Account): void {
  const { person } = account;
  if (person === undefined || account.device === 0) return;
  person.devices.delete(account.device);
  turn.accounts.remove(account);
  tellDevices(turn, person, "remove", account);
}

/** Tells the user's other devices, and all contacts, about a change of the list of devices (wire 3.5). */
function tellDevices(turn: Turn, person: Person, change: "add" | "remove", changed: Account): void {
  const receivers = new Set<Account>(person.devices.values());
  for (const own of person.devices.values()) {
    for (const address of own.peers) {
      for (const account of turn.accounts.person(address)?.devices.values() ?? []) receivers.add(account);
    }
  }
  receivers.delete(changed);
  const { phone, lid } = person;
  for (const receiver of receivers) {
    turn.notify(receiver, phone, [changeNode(person, change, changed)], { type: "devices", lid });
  }
}

function changeNode(person: Person, change: "add" | "remove", changed: Account): StanzaNode {
  const attrs = {
    jid: addressIn(changed, "phone"),
    lid: addressIn(changed, "lid"),
    "key-index": String(changed.device),
  };
  const { bytes, timestamp } = person.keyIndexes ?? { bytes: new Uint8Array(0), timestamp: 0 };
  const hashes = { device_hash: deviceHash(person, "phone"), device_lid_hash: deviceHash(person, "lid") };
  return node(change, hashes, [node("device", attrs), node("key-index-list", { ts: String(timestamp) }, bytes)]);
}

/** Unlinks a device, at the request of that device or of the phone. */
export const unlinkDevice: Handler = (turn, sender, request) => {
  const asked = childNamed(request, "remove-companion-device");
  const account = turn.accounts.at(asked?.attrs["jid"]);
  if (account?.person === undefined || account.person !== sender.person || account.device === 0) {
    return turn.refuse(sender, request, "404", "item-not-found");
  }
  turn.answer(sender, request);
  unlink(turn, account);
};

export function unlink(turn: Turn, account: Account | undefined): void {
  if (account === undefined) return;
  endSession(turn, account, "device_removed", "unlinked");
  removeDevice(turn, account);
}

/** The digest with which clients check whether their list of a user's devices is current (wire 3.5). */
function deviceHash(person: Person, form: AddressForm): string {
  const names = [...person.devices.keys()].map((device) => fullName(person.in(form), device));
  const digest = createHash("sha256").update(names.sort().join("")).digest();
  return `2:${digest.subarray(0, 6).toString("base64")}`;
}

/** Includes agent and device even if they are 0. */
function fullName(address: string, device: number): string {
  const jid = parseJid(address);
  return jid === undefined ? address : `${jid.user}.${jid.agent ?? 0}:${device}@${jid.server}`;
}
