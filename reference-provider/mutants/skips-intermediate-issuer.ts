import { verifyChain } from "../../protocol/noise/certificate-verify.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("skips-intermediate-issuer", "Compares the issuer of the leaf certificate only", {
  channel: {
    checkServer(chain, context) {
      verifyChain(chain, context, { except: ["intermediate-issuer"] });
    },
  },
});
