import { formatJid, parseJid } from "../../protocol/ids/jid.js";
import type { SignedKeyIndexes } from "./types.js";

/** In which of the two forms an address is written: by phone number or by LID. */
export type AddressForm = "phone" | "lid";

/** A user of the ordinary service: a phone (device 0), further devices, and two addresses for all of them. */
export class PersonOf<Device extends { readonly available: boolean }> {
  /** Addresses without a device. */
  readonly phone: string;
  readonly lid: string;
  /** What the user is called; receivers see it with messages. */
  name: string;
  readonly devices = new Map<number, Device>();
  /** Absent while there is only the phone. */
  keyIndexes: SignedKeyIndexes | undefined;
  /** Accounts that asked to be told when this user comes and goes. */
  readonly watchers = new Set<Device>();
  #lastDevice = 0;

  constructor(phone: string, lid: string, name: string) {
    this.phone = phone;
    this.lid = lid;
    this.name = name;
  }

  /** Each number is given once, even when its device is gone. */
  nextDevice(): number {
    this.#lastDevice = Math.max(this.#lastDevice, ...this.devices.keys()) + 1;
    return this.#lastDevice;
  }

  /** Whether the user is to be seen, on any device. */
  get available(): boolean {
    return [...this.devices.values()].some((account) => account.available);
  }

  in(form: AddressForm): string {
    return form === "lid" ? this.lid : this.phone;
  }

  addressOf(device: number, form: AddressForm): string {
    const jid = parseJid(this.in(form));
    return jid === undefined ? this.in(form) : formatJid({ ...jid, device });
  }
}

export function formOf(address: string): AddressForm {
  return address.endsWith("@lid") ? "lid" : "phone";
}

export function otherForm(form: AddressForm): AddressForm {
  return form === "lid" ? "phone" : "lid";
}

interface Addressed {
  readonly address: string;
  readonly device: number;
  readonly person: { addressOf(device: number, form: AddressForm): string } | undefined;
}

/** How `account` is written in `form`; accounts of single devices have one address only. */
export function addressIn(account: Addressed, form: AddressForm): string {
  return account.person?.addressOf(account.device, form) ?? account.address;
}
