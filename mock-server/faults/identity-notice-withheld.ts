import { defineFault } from "./fault.js";

export const identityNoticeWithheld = defineFault({
  id: "identity-notice-withheld",
  sentence: "Does not tell the contacts of a user that its identity key has changed",
  hook: "identity-notice",
  params: {},
  effect: () => false,
});
