import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-issuer-check", "Accepts certificates that name another issuer", {
  channel: {
    checkServer(chain, context) {
      verifyChain(chain, context, { except: ["intermediate-issuer", "leaf-issuer"] });
    },
  },
});
