import { createSecureContext, rootCertificates, type SecureContext } from "node:tls";

/** How many authorities are remembered; an endpoint seldom needs more than one. */
const maximumKept = 16;
const kept = new Map<string, SecureContext>();

/**
 * A context for TLS clients that trust the authority `ca` (PEM) and the usual ones. Kept for each `ca`, because reading
 * the usual ones takes about 20 ms, longer than most exchanges.
 */
export function trusting(ca: string): SecureContext {
  const context = kept.get(ca) ?? createSecureContext({ ca: [...rootCertificates, ca] });
  kept.delete(ca);
  kept.set(ca, context);
  const [oldest] = kept.keys();
  if (kept.size > maximumKept && oldest !== undefined) kept.delete(oldest);
  return context;
}
