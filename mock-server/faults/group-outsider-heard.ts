import { defineFault } from "./fault.js";

export const groupOutsiderHeard = defineFault({
  id: "group-outsider-heard",
  sentence: "Lets somebody who is no member of a group write to it",
  hook: "group-membership",
  params: {},
  fits: (isMember) => !isMember,
  effect: () => true,
});
