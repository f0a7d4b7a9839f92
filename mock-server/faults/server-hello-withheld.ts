import { defineFault } from "./fault.js";

export const serverHelloWithheld = defineFault({
  id: "server-hello-withheld",
  sentence: "Never answers ClientHello and keeps the connection open",
  hook: "server-hello",
  params: {},
  effect: () => undefined,
});
