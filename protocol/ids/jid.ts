/**
 * Addresses in their text form: `user[.agent][:device]@server`; on server `interop` the user part is
 * `<integrator>-<user>` (interop facts 3 and 46). Device 0 is never written.
 */

/** Servers that appear in addresses of the chat protocol. */
export const jidServers = [
  "s.whatsapp.net",
  "lid",
  "hosted",
  "hosted.lid",
  "g.us",
  "broadcast",
  "newsletter",
  "call",
  "msgr",
  "interop",
  "c.us",
] as const;

export type JidServer = (typeof jidServers)[number];

export interface Jid {
  readonly user: string;
  readonly server: JidServer;
  /** 0 is the primary (for third-party users the only) device. */
  readonly device: number;
  /** Only on server `interop`: 1 to 65535, the number of the third-party provider. */
  readonly integrator?: number;
  /** Legacy second component of a device address, 0 to 255; kept so that no text is lost. */
  readonly agent?: number;
}

/** The server's own address: the whole text of a `to` or `from` that means "the server". */
export const serverAddress: JidServer = "s.whatsapp.net";

const servers: ReadonlySet<string> = new Set(jidServers);
const serversWithoutDevices: ReadonlySet<string> = new Set(["g.us", "broadcast", "newsletter", "call"]);
const jidPattern = /^([A-Za-z0-9_+-]{1,128})(?:\.(0|[1-9]\d{0,2}))?(?::(0|[1-9]\d{0,4}))?@([a-z.]{1,16})$/;
const interopUserPattern = /^([1-9]\d{0,4})-([A-Za-z0-9_+-]+)$/;

/** True for a bare server name, which is an address without a user. */
export function isJidServer(text: string): text is JidServer {
  return servers.has(text);
}

/** Returns undefined for anything that is not the address of a user, group or list on a known server. */
export function parseJid(text: string): Jid | undefined {
  const match = jidPattern.exec(text);
  if (match === null) return undefined;
  const [, user = "", agentText, deviceText, server = ""] = match;
  if (!isJidServer(server)) return undefined;
  if ((agentText ?? deviceText) !== undefined && serversWithoutDevices.has(server)) return undefined;
  const device = Number(deviceText ?? 0);
  if (device > 0xffff) return undefined;
  if (agentText !== undefined) {
    const agent = Number(agentText);
    return agent > 0xff || server === "interop" ? undefined : { user, server, device, agent };
  }
  const interop = server === "interop" ? interopUserPattern.exec(user) : null;
  const integrator = Number(interop?.[1] ?? 0);
  if (integrator === 0 || integrator > 0xffff) return { user, server, device };
  return { user: interop?.[2] ?? "", server, device, integrator };
}

export function formatJid(jid: Jid): string {
  const integrator = jid.integrator === undefined ? "" : `${jid.integrator}-`;
  const agent = jid.agent === undefined ? "" : `.${jid.agent}`;
  const device = jid.device === 0 ? "" : `:${jid.device}`;
  return `${integrator}${jid.user}${agent}${device}@${jid.server}`;
}

/** The account that `jid` is a device of. */
export function bareJid(jid: Jid): Jid {
  const { user, server, integrator } = jid;
  return integrator === undefined ? { user, server, device: 0 } : { user, server, device: 0, integrator };
}

/** True when both are devices of one account. Different servers are different accounts, even for equal user parts. */
export function sameUser(a: Jid, b: Jid): boolean {
  return a.user === b.user && a.server === b.server && a.integrator === b.integrator;
}

/** @throws RangeError when `integrator` or `device` does not fit the 16 bits that the wire gives it. */
export function interopJid(integrator: number, user: string, device = 0): Jid {
  if (!isUint16(integrator) || integrator === 0) throw new RangeError(`Not an integrator number: ${integrator}`);
  if (!isUint16(device)) throw new RangeError(`Not a device number: ${device}`);
  return { user, server: "interop", device, integrator };
}

/** The account of a phone number given as digits without "+". */
export function phoneJid(digits: string): Jid {
  if (!/^\d{1,32}$/.test(digits)) throw new RangeError(`Not the digits of a phone number: "${digits.slice(0, 40)}"`);
  return { user: digits, server: "s.whatsapp.net", device: 0 };
}

function isUint16(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0xffff;
}
