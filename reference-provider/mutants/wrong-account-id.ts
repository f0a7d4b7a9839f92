import { mutant } from "../behaviour/variation.js";

export default mutant("wrong-account-id", "Logs in with the account number of somebody else", {
  channel: {
    payload: (payload) => ({
      ...payload,
      interopData: { ...payload.interopData, accountId: (payload.interopData?.accountId ?? 0) + 1 },
    }),
  },
});
