import { createHash } from "node:crypto";
import { parseJid } from "../../protocol/ids/jid.js";
import type { AddressForm } from "./person.js";
import type { Person } from "./account.js";

/** The digest by which clients tell whether their list of a user's devices still holds (wire 3.5). */
export function deviceHash(person: Person, form: AddressForm): string {
  const names = [...person.devices.keys()].map((device) => fullName(person.in(form), device));
  const digest = createHash("sha256").update(names.sort().join("")).digest();
  return `2:${digest.subarray(0, 6).toString("base64")}`;
}

/** Agent and device are written even when they are 0. */
function fullName(address: string, device: number): string {
  const jid = parseJid(address);
  return jid === undefined ? address : `${jid.user}.${jid.agent ?? 0}:${device}@${jid.server}`;
}
