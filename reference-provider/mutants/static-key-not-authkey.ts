import { mutant } from "../behaviour/variation.js";

export default mutant("static-key-not-authkey", "Logs in with another static key than the enlisted one", {
  channel: { staticKey: (_enlisted, fresh) => fresh() },
});
