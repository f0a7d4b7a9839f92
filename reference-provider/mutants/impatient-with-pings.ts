import { mutant } from "../behaviour/variation.js";

export default mutant("impatient-with-pings", "Gives up a connection when the answer to a ping takes a moment", {
  channel: { pingPatienceMs: (standard) => Math.ceil(standard / 5) },
});
