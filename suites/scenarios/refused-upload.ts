import { scenario } from "../kit/index.js";
import { probeOf } from "../kit/probes.js";

/** The server refuses the first upload of keys, and some that follow. The user stays, then leaves and logs in again. */
export const refusedUpload = scenario("scenarios/refused-upload", [], async (context) => {
  const { meta, provider } = context;
  const alice = await provider.enlistedUser();
  meta.arm({ fault: "key-upload-refused", account: alice.login, times: 5 });
  await alice.tryConnect();
  const probe = await probeOf(context, alice, "between");
  await alice.disconnect();
  await alice.tryConnect();
  await probe.ask("after");
});
