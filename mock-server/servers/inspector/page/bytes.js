/**
 * @param {string} base64
 * @returns {Uint8Array}
 */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** @param {Uint8Array} bytes */
export function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const perLine = 16;

/**
 * A dump: offset, hex, and what can be printed.
 *
 * @param {Uint8Array} bytes
 */
export function hexLines(bytes) {
  const lines = [];
  for (let from = 0; from < bytes.length; from += perLine) {
    const row = bytes.subarray(from, from + perLine);
    const pairs = hexOf(row)
      .replace(/../g, "$& ")
      .padEnd(perLine * 3);
    const letters = Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·")).join("");
    lines.push(`${from.toString(16).padStart(4, "0")}  ${pairs} ${letters}`);
  }
  return lines.join("\n");
}
