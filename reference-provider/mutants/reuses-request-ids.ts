import { mutant } from "../behaviour/variation.js";

export default mutant("reuses-request-ids", "Gives all its requests the same id", {
  channel: { requestId: () => "request" },
});
