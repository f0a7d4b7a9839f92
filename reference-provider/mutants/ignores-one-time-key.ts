import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-one-time-key", "Begins sessions without the one-time key that it was given", {
  keys: {
    acceptBundle: ({ registrationId, identityKey, signedPreKey }) => ({ registrationId, identityKey, signedPreKey }),
  },
});
