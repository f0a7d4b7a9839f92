import { products } from "../../protocol/noise/client-payload.js";
import { mutants } from "../behaviour/variant.js";

export default mutants({
  "omits-token": {
    sentence: "Logs in without a token",
    overrides: {
      channel: {
        payload: (payload) => ({
          ...payload,
          interopData: { accountId: payload.interopData?.accountId ?? 0, enableReadReceipts: true },
        }),
      },
    },
  },
  "repeats-login-on-duplicate-success": {
    sentence: "Repeats all the work of a login when the server repeats its success",
    overrides: { channel: { onDuplicateSuccess: "log-in-again" } },
  },
  "reuses-token": {
    sentence: "Logs in with the token of the previous connection",
    overrides: { channel: { token: async (fresh, previous) => previous ?? fresh() } },
  },
  "token-broken-at-connect": {
    sentence: "Connects with a token whose signature is wrong",
    overrides: {
      channel: {
        async token(fresh) {
          const [head = "", claims = "", signature = ""] = (await fresh()).split(".");
          return `${head}.${claims}.${Array.from(signature).reverse().join("")}`;
        },
      },
    },
  },
  "token-in-url": {
    sentence: "Sends its token in the address of the chat server",
    overrides: { channel: { url: (chatUrl, token) => `${chatUrl}?token=${encodeURIComponent(token)}` } },
  },
  "undeclared-read-receipts": {
    sentence: "Sends read receipts although it has not enabled them at login",
    overrides: {
      channel: {
        payload: (payload) => ({ ...payload, interopData: { ...payload.interopData, enableReadReceipts: false } }),
      },
    },
  },
  "wrong-account-id": {
    sentence: "Logs in with another user's account number",
    overrides: {
      channel: {
        payload: (payload) => ({
          ...payload,
          interopData: { ...payload.interopData, accountId: (payload.interopData?.accountId ?? 0) + 1 },
        }),
      },
    },
  },
  "wrong-product": {
    sentence: "Logs in as a client of WhatsApp itself",
    overrides: { channel: { payload: (payload) => ({ ...payload, product: products.whatsapp }) } },
  },
});
