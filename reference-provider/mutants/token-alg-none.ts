import { assembleToken } from "../../protocol/token/sign.js";
import { currentKey } from "../behaviour/identity.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("token-alg-none", "Issues tokens without a signature", {
  identity: {
    sign: async (claims, keys) =>
      assembleToken({ alg: "none", kid: currentKey(keys).kid, typ: "JWT" }, claims, new Uint8Array(0)),
  },
});
