import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { NoiseError } from "../../protocol/noise/errors.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("accepts-short-signature", "Leaves out the check of certificates that it cannot read", {
  channel: {
    checkServer(chain, context) {
      try {
        verifyChain(chain, context);
      } catch (thrown) {
        if (!(thrown instanceof NoiseError) || thrown.code !== "certificate-malformed") throw thrown;
      }
    },
  },
});
