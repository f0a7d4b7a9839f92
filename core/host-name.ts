/**
 * The host that a URL leads to, in the one form that `new URL` gives each address: `127.1`, `2130706433` and `0x7f.1` all become
 * `127.0.0.1`. Undefined for what is no URL.
 */
export function hostNameIn(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/** The same for a host alone, with or without the brackets of an IPv6 address. */
export function hostNameOf(host: string): string | undefined {
  const isBare = host.includes("::") || host.split(":").length > 2;
  return hostNameIn(`http://${isBare && !host.startsWith("[") ? `[${host}]` : host}`);
}

/** @param name In the form of `hostNameIn`. An IPv4 address within IPv6 counts as that address. */
export function isLoopback(name: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/.test(name);
}

/** Whether no name service decides where this leads. @param name In the form of `hostNameIn`. */
export function isAddress(name: string): boolean {
  return /^(?:\d+\.\d+\.\d+\.\d+|\[[\da-f:.]+\])$/.test(name);
}
