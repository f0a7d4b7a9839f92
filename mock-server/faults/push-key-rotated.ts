import { defineFault } from "./fault.js";

export const pushKeyRotated = defineFault({
  id: "push-key-rotated",
  sentence: "Signs a push with a key that has just been published beside the earlier one",
  hook: "push-key",
  params: {},
  effect: () => "new",
});
