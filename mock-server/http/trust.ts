import { createSecureContext, rootCertificates, type SecureContext } from "node:tls";

/** Authorities that are remembered; an endpoint seldom meets more than one. */
const maximumKept = 16;
const kept = new Map<string, SecureContext>();

/**
 * For TLS clients that believe the authority `ca` (PEM) besides the usual ones. Made once for each: reading the usual ones
 * takes some 20 ms, longer than most exchanges.
 */
export function trusting(ca: string): SecureContext {
  const context = kept.get(ca) ?? createSecureContext({ ca: [...rootCertificates, ca] });
  kept.delete(ca);
  kept.set(ca, context);
  const [oldest] = kept.keys();
  if (kept.size > maximumKept && oldest !== undefined) kept.delete(oldest);
  return context;
}
