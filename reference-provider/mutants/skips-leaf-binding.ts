import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-leaf-binding", "Does not compare the leaf certificate with the key of the handshake", {
  channel: {
    checkServer(chain, context) {
      verifyChain(chain, context, { except: ["leaf-key"] });
    },
  },
});
