import { mutant } from "../behaviour/variation.js";

export default mutant("reuses-ephemeral", "Uses one ephemeral key for all its connections", {
  channel: { ephemeral: (fresh, previous) => previous ?? fresh() },
});
