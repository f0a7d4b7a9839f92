import { mutant } from "../behaviour/variation.js";

export default mutant("refill-starts-again", "Numbers the one-time pre-keys of each upload from 1", {
  keys: { firstId: () => 1 },
});
