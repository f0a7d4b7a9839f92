import type { InteropForms } from "../requests.js";

/** Forms for tests, where the names of the requests do not matter. */
export const sampleForms: InteropForms = {
  blocklist: { namespace: "w:interop", element: "blocklist" },
  deletion: { namespace: "w:interop", element: "remove" },
  reachability: { namespace: "w:interop", element: "reachability" },
};
