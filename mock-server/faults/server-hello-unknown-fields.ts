import { withUnknownFields } from "./protobuf-fields.js";
import { defineFault } from "./fault.js";

export const serverHelloUnknownFields = defineFault({
  id: "server-hello-unknown-fields",
  sentence: "Adds fields to ServerHello, and around it, that no schema knows yet",
  hook: "server-hello-bytes",
  params: {},
  effect: withUnknownFields,
});
