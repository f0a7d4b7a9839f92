import { mutant } from "../behaviour/variation.js";
import { ProviderError } from "../errors.js";

export default mutant("requires-one-time-key", "Cannot write to a contact who has no one-time keys left", {
  keys: {
    acceptBundle(bundle) {
      if (bundle.preKey !== undefined) return bundle;
      throw new ProviderError("recipient-keys-bad", "Begin a session: found no one-time key, wanted one");
    },
  },
});
