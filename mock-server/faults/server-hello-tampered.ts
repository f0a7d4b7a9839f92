import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";
import { flipLastByte } from "./tamper.js";

export const serverHelloTampered = defineFault({
  id: "server-hello-tampered",
  sentence: "Turns one bit of an encrypted field of ServerHello",
  hook: "server-hello",
  params: { part: choice(["static", "payload"], "static") },
  fits: (hello) => hello !== undefined,
  effect: (hello, { part }) => hello && { ...hello, [part]: flipLastByte(hello[part]) },
});
