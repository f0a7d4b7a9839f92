/** As a person types it: the phone number where the address has one, and the address. */
export function contactInWords(address: string): string {
  const phone = phoneOf(address);
  return phone === undefined ? address : `${phone} (${address})`;
}

export function phoneOf(address: string): string | undefined {
  const digits = /^(\d{6,15})(?::\d+)?@s\.whatsapp\.net$/.exec(address)?.[1];
  return digits && `+${digits}`;
}

/** Short enough for a line, and without control characters. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return `“${line.length > longest ? `${line.slice(0, longest)}…` : line}”`;
}

const longest = 80;

export function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
