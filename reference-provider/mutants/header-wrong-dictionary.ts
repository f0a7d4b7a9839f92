import { header } from "../../protocol/noise/intro.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("header-wrong-dictionary", "Announces version 2 of the stanza dictionary", {
  channel: { header: () => header({ magic: 6, dictionaryVersion: 2 }) },
});
