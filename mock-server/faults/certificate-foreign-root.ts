import { generateKeyPair } from "../../protocol/noise/keys.js";
import { defineFault } from "./fault.js";

export const certificateForeignRoot = defineFault({
  id: "certificate-foreign-root",
  sentence: "Signs the intermediate certificate with a root key that nobody pinned",
  hook: "certificate-chain",
  params: {},
  effect: (plan, _, random) => ({ ...plan, root: generateKeyPair(random) }),
});
