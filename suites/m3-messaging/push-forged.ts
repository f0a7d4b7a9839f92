import { check } from "../kit/index.js";
import { leave } from "../kit/leave.js";
import { appliedFaults } from "../kit/refusals.js";
import { exchangeText } from "../kit/texts.js";

export default check("m3-messaging/push-forged", {
  requirement: "M3-29",
  needs: ["push", "text-receive"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice, bob } = await exchangeText(context);
    await leave(context, alice);
    meta.arm({ fault: "push-forged", times: "always" });
    await bob.send(alice.login, { type: "text", text: "Not everybody may wake you." });
    const asked = await wait("http", ({ face, part }) => face === "push" && part === "request");
    await wait("http", ({ part, exchange }) => part === "response" && exchange === asked?.exchange);
  },
  reached(trace) {
    const [fault] = appliedFaults(trace);
    return fault === undefined ? [] : trace.after(fault).http.face("push").requests.list;
  },
  judge({ expect, reached: [push], trace }) {
    const answer = trace.http.counterpart(push);
    expect("status of the answer to a forged push", answer?.status ?? "none", answer ?? push).isOneOf([401, 403]);
    const logins = trace.after(push).of("login");
    expect("logins after a forged push", logins.length, logins[0] ?? push).is(0);
  },
  hint: "Verify the bearer token of each push with Meta's published keys, its audience and its times; refuse the call with 401 otherwise.",
  mutants: { "accepts-unsigned-push": "status of the answer to a forged push" },
});
