import { decodeChain, decodeDetails } from "../../protocol/noise/certificate.js";
import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-not-before-check", "Accepts certificates that are not valid yet", {
  channel: {
    checkServer(chain, context) {
      const { notBefore } = decodeDetails(decodeChain(chain).leaf.details);
      verifyChain(chain, { ...context, nowSeconds: Math.max(context.nowSeconds, notBefore) });
    },
  },
});
