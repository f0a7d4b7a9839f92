import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-expiry-check", "Accepts certificates at any time", {
  channel: {
    checkServer(chain, context) {
      verifyChain(chain, context, { except: ["intermediate-validity", "leaf-validity"] });
    },
  },
});
