import { mutant } from "../behaviour/variation.js";

export default mutant("blocks-here-only", "Blocks contacts on the device and does not tell the server", {
  features: { blocklistChange: () => undefined },
});
