import { check } from "../../kit/index.js";
import { expectWholeFile, faultsOfDelivered, mediaTransfer, sentUnder } from "../../scenarios/media-in.js";

export default check("m4-features/media/address-dead", {
  requirement: "M4-170",
  scenario: mediaTransfer,
  reached: (trace) => faultsOfDelivered(trace, "media-address-dead").flatMap((fault) => sentUnder(trace, fault) ?? []),
  judge: ({ expect, reached: [sent], trace }) => expectWholeFile(expect, trace, sent),
  hint: "Fetch the path of the message from Meta's media host; do not follow a whole address in the message.",
  mutants: { "fetches-by-url": "file shown to the user" },
});
