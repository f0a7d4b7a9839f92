import { mutant } from "../behaviour/variation.js";

export default mutant("undeclared-read-receipts", "Sends read receipts although it has not enabled them at login", {
  channel: {
    payload: (payload) => ({ ...payload, interopData: { ...payload.interopData, enableReadReceipts: false } }),
  },
});
