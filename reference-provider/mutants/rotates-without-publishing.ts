import { mutant } from "../behaviour/variation.js";

export default mutant(
  "rotates-without-publishing",
  "Signs with a new key after a rotation but goes on publishing the first one only",
  {
    identity: { keySet: async ([first]) => ({ keys: [first.publicJwk] }) },
  },
);
