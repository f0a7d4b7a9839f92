import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-leaf-signature", "Does not check that the intermediate certificate signed the leaf", {
  channel: {
    checkServer(chain, context) {
      verifyChain(chain, context, { except: ["leaf-signature"] });
    },
  },
});
