import { defineFault } from "./fault.js";

export const serverHelloZeroEphemeral = defineFault({
  id: "server-hello-zero-ephemeral",
  sentence: "Sends 32 zero bytes as the ephemeral key of ServerHello",
  hook: "server-hello",
  params: {},
  fits: (hello) => hello !== undefined,
  effect: (hello) => hello && { ...hello, ephemeral: new Uint8Array(hello.ephemeral.length) },
});
