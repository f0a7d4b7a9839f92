import { generateKeyPair } from "../../protocol/noise/keys.js";
import { defineFault } from "./fault.js";

export const certificateLeafMismatch = defineFault({
  id: "certificate-leaf-mismatch",
  sentence: "Presents a well signed leaf for another static key than the one used in the handshake",
  hook: "certificate-chain",
  params: {},
  effect: (plan, _, random) => ({ ...plan, leafKey: generateKeyPair(random).publicKey }),
});
