import { ContentError } from "../../protocol/content/errors.js";
import { unpad } from "../../protocol/content/padding.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("refuses-padding-16", "Refuses messages with the longest padding that is allowed", {
  messaging: {
    unpad(padded) {
      if (padded.at(-1) !== 16) return unpad(padded);
      throw new ContentError("bad-padding", "Unpad content: found a length of 16, wanted at most 15");
    },
  },
});
