import { utf8 } from "../../core/bytes.js";
import { parseJid } from "../../protocol/ids/jid.js";
import {
  type ClientPayload,
  connectReasons,
  connectTypes,
  platforms,
  products,
} from "../../protocol/noise/client-payload.js";

/**
 * What the client says about itself when it logs in (interop fact 31): product, account number and token are what the
 * interop login rests on.
 *
 * @param product As in `provider.configure`: `whatsapp` or `messenger`.
 */
export function clientPayload(product: string, login: string, token: string): ClientPayload {
  return {
    product: product === "messenger" ? products.interopMessenger : products.interop,
    interopData: { accountId: accountNumber(login), token: utf8(token), enableReadReceipts: true },
    passive: false,
    pull: true,
    connectType: connectTypes.wifiUnknown,
    connectReason: connectReasons.userActivated,
    userAgent: {
      platform: platforms.android,
      appVersion: { primary: 1, secondary: 0, tertiary: 0 },
      osVersion: "0.1",
      device: "reference-provider",
      localeLanguage: "en",
      localeCountry: "IE",
    },
  };
}

/** The digits of `<integrator>-<digits>@interop`. */
function accountNumber(login: string): number {
  return Number(parseJid(login)?.user ?? Number.NaN);
}
