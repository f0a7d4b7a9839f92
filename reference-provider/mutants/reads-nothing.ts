import { mutant } from "../behaviour/variation.js";

export default mutant("reads-nothing", "Keeps to itself what the user has read", {
  features: { readReceipts: () => [] },
});
