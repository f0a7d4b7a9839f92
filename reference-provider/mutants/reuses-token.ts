import { mutant } from "../behaviour/variation.js";

export default mutant("reuses-token", "Logs in with the token of the connection before", {
  channel: { token: async (fresh, previous) => previous ?? fresh() },
});
