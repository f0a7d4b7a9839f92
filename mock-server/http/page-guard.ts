import type { IncomingMessage } from "node:http";
import { hostNameIn, hostNameOf, isAddress, isLoopback } from "../../core/host-name.js";

/** Ordinary clients of WhatsApp say that they come from here. */
const clientOrigins: ReadonlySet<string> = new Set(["https://web.whatsapp.com"]);
/** Clients that are led here by an agent of theirs keep the names of the ordinary service; no stranger can point those here. */
const clientHosts = /(?:^|\.)whatsapp\.(?:com|net)$/;

/**
 * Why a request may come from a page of another site, in a browser that can reach this endpoint; undefined if it does not.
 * A browser names the site of the page in `Origin`. A page that gave its own host name the address of this machine shows that
 * name in `Host`. Providers and their clients use an address, a name of the loopback interface, or `ownName`.
 */
export function foreignPage(
  { headers: { origin, host } }: Pick<IncomingMessage, "headers">,
  ownName: string,
): string | undefined {
  const own = hostNameOf(ownName);
  if (host !== undefined) {
    const name = hostNameOf(host);
    const isKnown =
      name !== undefined && (name === own || isLoopback(name) || isAddress(name) || clientHosts.test(name));
    if (!isKnown) {
      return `Found the host ${shown(host)}; wanted an address, localhost or ${ownName}; --advertise sets the name\n`;
    }
  }
  if (origin === undefined || clientOrigins.has(origin)) return undefined;
  const site = hostNameIn(origin);
  const isOwn = site !== undefined && (site === own || isLoopback(site) || new URL(origin).host === host);
  return isOwn ? undefined : `Found the origin ${shown(origin)}; wanted none, or one of this machine\n`;
}

function shown(header: string): string {
  return JSON.stringify(header.slice(0, 100));
}
