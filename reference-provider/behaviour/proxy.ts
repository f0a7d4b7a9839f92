import { contract } from "../settings.js";

/** A proxy of the provider's between its clients and Meta's chat server (interop facts 37 and 38). */
export interface ProxyBehaviour {
  readonly enabled: boolean;
  /** What hands the client's address over to Meta. */
  headers(clientAddress: string): Readonly<Record<string, string>>;
  /** What becomes of the connection to Meta when the client goes. */
  readonly onClientGone: "close" | "close-with-last" | "open-another";
  /** Whether the clients before lose their connection to Meta when one more comes. */
  readonly oneAtATime: boolean;
}

export const lawfulProxy: ProxyBehaviour = {
  enabled: false,
  headers: (clientAddress) => ({ [contract.clientAddressHeader]: clientAddress }),
  onClientGone: "close",
  oneAtATime: false,
};
