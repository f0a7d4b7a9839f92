import { closeUnder, expectClosedByProvider } from "../kit/closing.js";
import { check } from "../kit/index.js";
import { reachedUnder } from "../kit/framing.js";

export default check("m2-channel/frame-tampered", {
  requirement: "M2-25",
  drive: (context) => closeUnder(context, "frame-tampered"),
  reached: reachedUnder,
  judge: ({ expect, reached: [fault], trace }) => expectClosedByProvider(expect, trace, fault),
  hint: "A frame whose tag does not verify means that the stream is not what the server sent: close it and log in again.",
  mutants: { "ignores-bad-frame": "connection closed by" },
  lawful: ["ignores-server-ping"],
});
