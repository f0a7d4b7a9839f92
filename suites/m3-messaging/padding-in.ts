import { showText } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { shown } from "../kit/texts.js";

export default check("m3-messaging/padding-in", {
  requirement: "M3-12",
  needs: ["text-receive"],
  async drive(context) {
    const { meta } = context;
    const { alice, bob } = await showText(context);
    const { minimumPadding, maximumPadding } = meta.profile.content;
    let last = "";
    for (let length = minimumPadding; length <= maximumPadding; length++) {
      meta.arm({ fault: "padding-length", params: { length } });
      last = (await bob.send(alice.login, { type: "text", text: `Padded with ${length}` })).id;
    }
    await alice.event("message", (event) => event["id"] === last);
  },
  reached: appliedFaults,
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const events = shown(trace, fault.messageId ?? "");
      const length = Number(fault.params["length"]);
      expect("padding that is not accepted", events.length > 0 ? "none" : length, events[0] ?? fault).is("none");
    }
  },
  hint: "Accept every padding from 1 to 16 bytes: clients choose at random.",
  mutants: { "refuses-padding-16": "padding that is not accepted" },
});
