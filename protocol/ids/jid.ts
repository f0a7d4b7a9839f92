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

/** Where a user of Meta's may have an address: by phone number, by LID, or at Messenger. */
export type UserServer = Extract<JidServer, "s.whatsapp.net" | "lid" | "msgr">;

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

/** The server's own address: the whole text of a `to` or `from` that means "the server", wherever users have theirs. */
export const serverAddress: JidServer = "s.whatsapp.net";

const servers: ReadonlyMap<string, JidServer> = new Map(jidServers.map((server) => [server, server]));
const serversWithoutDevices: ReadonlySet<string> = new Set(["g.us", "broadcast", "newsletter", "call"]);
const longestUser = 128;
const largestUint16 = 0xffff;
const zero = 48;
/** By character code: 1 where a user part may have the character. */
const userCharacters = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-") {
  userCharacters[character.charCodeAt(0)] = 1;
}

/** True for a bare server name, which is an address without a user. */
export function isJidServer(text: string): text is JidServer {
  return servers.has(text);
}

/**
 * Returns undefined for anything that is not the address of a user, group or list on a known server.
 *
 * Read by hand: every stanza has addresses, and a regular expression takes four times as long.
 */
export function parseJid(text: string): Jid | undefined {
  const at = text.indexOf("@");
  if (at < 1) return undefined;
  // The name from the table: a slice of the text would be hashed and compared again at every later use.
  const server = servers.get(text.slice(at + 1));
  if (server === undefined) return undefined;
  const userEnd = endOfUser(text);
  if (userEnd < 1 || userEnd > longestUser) return undefined;
  if (userEnd === at) return account(text.slice(0, at), server, 0);
  if (serversWithoutDevices.has(server)) return undefined;
  const colon = text.indexOf(":", userEnd);
  const agentEnd = colon === -1 ? at : colon;
  const device = colon === -1 ? 0 : decimal(text, colon + 1, at, largestUint16);
  if (device === undefined) return undefined;
  const user = text.slice(0, userEnd);
  if (userEnd === agentEnd) return account(user, server, device);
  const agent = text[userEnd] === "." ? decimal(text, userEnd + 1, agentEnd, 0xff) : undefined;
  return agent === undefined || server === "interop" ? undefined : { user, server, device, agent };
}

/** On server `interop` the user part begins with the provider's number. */
function account(user: string, server: JidServer, device: number): Jid {
  const dash = server === "interop" ? user.indexOf("-") : -1;
  const integrator = dash === -1 || dash === user.length - 1 ? 0 : (decimal(user, 0, dash, largestUint16) ?? 0);
  return integrator === 0 ? { user, server, device } : { user: user.slice(dash + 1), server, device, integrator };
}

/** The index of the first character that no user part has. */
function endOfUser(text: string): number {
  let end = 0;
  while (userCharacters[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

/** The number from `from` to before `to`, written without leading zeros; undefined for anything else or more than `most`. */
function decimal(text: string, from: number, to: number, most: number): number | undefined {
  if (from >= to || (to - from > 1 && text.charCodeAt(from) === zero)) return undefined;
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - zero;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
    if (value > most) return undefined;
  }
  return value;
}

export function formatJid(jid: Jid): string {
  const integrator = jid.integrator === undefined ? "" : `${jid.integrator}-`;
  const agent = jid.agent === undefined ? "" : `.${jid.agent}`;
  const device = jid.device === 0 ? "" : `:${jid.device}`;
  return `${integrator}${jid.user}${agent}${device}@${jid.server}`;
}

/** Where an address belongs; undefined for what is no address. */
export function serverOf(address: string | undefined): JidServer | undefined {
  return address === undefined ? undefined : parseJid(address)?.server;
}

export function isGroup(address: string | undefined): boolean {
  return serverOf(address) === "g.us";
}

/** The account that `jid` is a device of. */
export function bareJid(jid: Jid): Jid {
  const { user, server, integrator } = jid;
  return integrator === undefined ? { user, server, device: 0 } : { user, server, device: 0, integrator };
}

/** @throws RangeError when `integrator` or `device` does not fit the 16 bits that the wire gives it. */
export function interopJid(integrator: number, user: string, device = 0): Jid {
  if (!isUint16(integrator) || integrator === 0) throw new RangeError(`Not an integrator number: ${integrator}`);
  if (!isUint16(device)) throw new RangeError(`Not a device number: ${device}`);
  return { user, server: "interop", device, integrator };
}

/** The account of a phone number given as digits without "+". */
export function phoneJid(digits: string): Jid {
  return userJid(digits, "s.whatsapp.net");
}

/** The account of one of Meta's users. @throws RangeError for anything but 1 to 32 digits. */
export function userJid(digits: string, server: UserServer): Jid {
  if (!/^\d{1,32}$/.test(digits)) throw new RangeError(`Not the digits of an address: "${digits.slice(0, 40)}"`);
  return { user: digits, server, device: 0 };
}

function isUint16(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largestUint16;
}
