import { defineFault } from "./fault.js";

export const serverHelloShortEphemeral = defineFault({
  id: "server-hello-short-ephemeral",
  sentence: "Sends an ephemeral key of 31 bytes in ServerHello",
  hook: "server-hello",
  params: {},
  fits: (hello) => hello !== undefined,
  effect: (hello) => hello && { ...hello, ephemeral: hello.ephemeral.subarray(0, -1) },
});
