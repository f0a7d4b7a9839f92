import { type ChainRule, verifyChain } from "../../protocol/noise/certificate-verify.js";
import { decodeChain, decodeDetails } from "../../protocol/noise/certificate.js";
import { NoiseError } from "../../protocol/noise/errors.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

/** Verifies the server's certificates, except for these rules. */
function skipping(...except: readonly ChainRule[]): Overrides {
  return {
    channel: {
      checkServer(chain, context) {
        verifyChain(chain, context, { except });
      },
    },
  };
}

export default mutants({
  "accepts-short-signature": {
    sentence: "Skips the check of certificates that it cannot read",
    overrides: {
      channel: {
        checkServer(chain, context) {
          try {
            verifyChain(chain, context);
          } catch (thrown) {
            if (!(thrown instanceof NoiseError) || thrown.code !== "certificate-malformed") throw thrown;
          }
        },
      },
    },
  },
  "skips-expiry-check": {
    sentence: "Accepts certificates at any time",
    overrides: skipping("intermediate-validity", "leaf-validity"),
  },
  "skips-intermediate-issuer": {
    sentence: "Checks the issuer of the leaf certificate only",
    overrides: skipping("intermediate-issuer"),
  },
  "skips-intermediate-validity": {
    sentence: "Checks the validity of the leaf certificate only",
    overrides: skipping("intermediate-validity"),
  },
  "skips-issuer-check": {
    sentence: "Accepts certificates that name another issuer",
    overrides: skipping("intermediate-issuer", "leaf-issuer"),
  },
  "skips-leaf-binding": {
    sentence: "Does not compare the leaf certificate with the key of the handshake",
    overrides: skipping("leaf-key"),
  },
  "skips-leaf-signature": {
    sentence: "Does not check that the intermediate certificate signed the leaf",
    overrides: skipping("leaf-signature"),
  },
  "skips-not-before-check": {
    sentence: "Accepts certificates that are not valid yet",
    overrides: {
      channel: {
        checkServer(chain, context) {
          const { notBefore } = decodeDetails(decodeChain(chain).leaf.details);
          verifyChain(chain, { ...context, nowSeconds: Math.max(context.nowSeconds, notBefore) });
        },
      },
    },
  },
  "skips-root-check": {
    sentence: "Does not check that the pinned root key signed the chain",
    overrides: skipping("intermediate-signature"),
  },
});
