import { withOuterNumber } from "../../signal/edit-pre-key-message.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("kyber-id-off-by-one", "Names another Kyber pre-key than the one that it used", {
  messaging: {
    sealed({ type, bytes }) {
      const id = inspectMessage(type, bytes).outer?.kyberPreKeyId;
      return { type, bytes: id === undefined ? bytes : withOuterNumber(bytes, "kyberPreKeyId", id + 1) };
    },
  },
});
