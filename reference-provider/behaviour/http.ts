/** How the provider's server side is reached. */
export interface HttpBehaviour {
  /** Whether HTTP/2 is offered beside HTTP/1.1. */
  readonly http2: boolean;
  readonly newestTls: "TLSv1.2" | "TLSv1.3";
}

export const lawfulHttp: HttpBehaviour = { http2: true, newestTls: "TLSv1.3" };
