import type { InteropForms } from "../forms.js";

/** Forms for tests, in which nothing depends on how the requests are called. */
export const sampleForms: InteropForms = {
  blocklist: { namespace: "w:interop", element: "blocklist" },
  deletion: { namespace: "w:interop", element: "remove" },
  reachability: { namespace: "w:interop", element: "reachability" },
};
