// The simulated Meta endpoint in a separate process, with everything that is on in a run.
import { builtInProfile } from "../../dist/profiles/built-in.js";
import { startMetaEndpoint } from "../../dist/mock-server/index.js";
import { answerParent } from "../support/child.js";

const { profile } = builtInProfile("whatsapp");
const meta = await startMetaEndpoint({ profile, seed: "bench" });

answerParent({
  address: () => ({ ...meta.endpoints, chatTcpPort: meta.chatTcpPort }),
  integrator: (integrator) => meta.integrator(integrator),
  /** Frees what is garbage, so that resident memory shows what lives. */
  collect: () => globalThis.gc?.(),
  journal: () => ({ last: meta.journal.last, dropped: meta.journal.dropped, memory: process.memoryUsage() }),
});
