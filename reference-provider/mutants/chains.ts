import { toHex } from "../../core/bytes.js";
import type { SignalAccount } from "../../signal/account.js";
import { SignalError } from "../../signal/errors.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutants } from "../behaviour/variant.js";

interface Place {
  readonly account: SignalAccount;
  readonly contact: string;
  /** Of the sender. */
  readonly chain: string;
  readonly counter: number;
}

/** A `decrypt` that does not open what does not fit, and reports what has opened. */
function opensOnly(fits: (place: Place) => boolean, opened: (place: Place) => void) {
  return {
    async decrypt(
      account: SignalAccount,
      address: Parameters<SignalAccount["decrypt"]>[0],
      message: Parameters<SignalAccount["decrypt"]>[1],
    ) {
      const { counter, ratchetKey } = inspectMessage(message.type, message.bytes);
      const contact = `${toHex(account.publicIdentity)} ${address.name} ${address.device}`;
      const place = { account, contact, chain: toHex(ratchetKey), counter };
      if (!fits(place)) throw new SignalError("bad-mac", "Decrypt: found a message out of order");
      const decrypted = await account.decrypt(address, message);
      opened(place);
      return decrypted;
    },
  };
}

/** Messages that come late or leave gaps. */
export default mutants({
  "forgets-closed-chains": {
    sentence: "Cannot open a late message after the sender has begun a new chain",
    overrides() {
      /** By contact, the chains so far; the newest is the last. */
      const chains = new Map<string, string[]>();
      const known = (contact: string): readonly string[] => chains.get(contact) ?? [];
      return {
        sessions: opensOnly(
          ({ contact, chain }) => !known(contact).includes(chain) || known(contact).at(-1) === chain,
          ({ contact, chain }) => chains.set(contact, [...known(contact).filter((each) => each !== chain), chain]),
        ),
      };
    },
  },
  "keeps-few-skipped-keys": {
    sentence: "Cannot open a message that a hundred others of its chain have overtaken",
    overrides() {
      const newest = new Map<string, number>();
      return {
        sessions: opensOnly(
          ({ chain, counter }) => counter + 100 > (newest.get(chain) ?? 0),
          ({ chain, counter }) => newest.set(chain, Math.max(counter, newest.get(chain) ?? 0)),
        ),
      };
    },
  },
  "loses-count-after-late-message": {
    sentence: "Opens no further message of a chain after a late one",
    overrides() {
      const newest = new Map<string, number>();
      const lost = new Set<string>();
      return {
        sessions: opensOnly(
          ({ chain }) => !lost.has(chain),
          ({ chain, counter }) => {
            if (counter < (newest.get(chain) ?? 0)) lost.add(chain);
            newest.set(chain, Math.max(counter, newest.get(chain) ?? 0));
          },
        ),
      };
    },
  },
});
