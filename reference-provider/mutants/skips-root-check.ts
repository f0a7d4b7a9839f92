import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-root-check", "Does not check that the pinned root key signed the chain", {
  channel: {
    checkServer(chain, context) {
      verifyChain(chain, context, { except: ["intermediate-signature"] });
    },
  },
});
