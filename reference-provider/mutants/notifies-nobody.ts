import { mutant } from "../behaviour/variation.js";

export default mutant("notifies-nobody", "Says that it has sent a reachability notice and sends none", {
  features: { reachabilityRequest: () => undefined },
});
