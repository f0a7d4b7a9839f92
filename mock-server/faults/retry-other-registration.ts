import { childNamed } from "../../protocol/stanza/node.js";
import { defineFault } from "./fault.js";
import { changeChildren, withFlippedBytes } from "./tamper.js";

export const retryOtherRegistration = defineFault({
  id: "retry-other-registration",
  sentence: "States another registration id in a retry receipt than before, as after a re-installation",
  hook: "retry-receipt",
  params: {},
  fits: (receipt) => childNamed(receipt, "registration") !== undefined,
  effect: (receipt) => changeChildren(receipt, "registration", withFlippedBytes),
});
