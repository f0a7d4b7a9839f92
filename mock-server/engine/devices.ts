import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { Account } from "./account.js";
import type { AddedDevice } from "./types.js";
import { deviceHash } from "./device-hash.js";
import { addressIn } from "./person.js";
import type { Person } from "./account.js";
import { newAccount } from "./sessions.js";
import type { Turn } from "./turn.js";

/** Adds a device to a known user and tells everybody who may write to it. */
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

/** The phone has unlinked a device, or the device itself has. */
export function removeDevice(turn: Turn, account: Account): void {
  const { person } = account;
  if (person === undefined || account.device === 0) return;
  person.devices.delete(account.device);
  turn.accounts.remove(account);
  tellDevices(turn, person, "remove", account);
}

/** A change of a user's list of devices, for the others of the user and for all who were in touch (wire 3.5). */
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
