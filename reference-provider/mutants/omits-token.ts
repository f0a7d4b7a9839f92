import { mutant } from "../behaviour/variation.js";

export default mutant("omits-token", "Logs in without a token", {
  channel: {
    payload: (payload) => ({
      ...payload,
      interopData: { accountId: payload.interopData?.accountId ?? 0, enableReadReceipts: true },
    }),
  },
});
