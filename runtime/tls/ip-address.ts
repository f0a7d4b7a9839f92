/** The 4 or 16 bytes of an IP address that `net.isIP` takes for one; a zone after `%` does not count. */
export function addressBytes(address: string): Uint8Array {
  const [bare = ""] = address.split("%", 1);
  return Uint8Array.from(bare.includes(":") ? version6(bare) : version4(bare));
}

function version4(address: string): number[] {
  return address.split(".").map(Number);
}

/** `::` stands for as many zeros as are missing; the last four bytes may be written as in version 4. */
function version6(address: string): number[] {
  const [before = "", after = ""] = address.split("::", 2);
  const head = groups(before);
  const tail = groups(after);
  return [...head, ...Array.from({ length: 16 - head.length - tail.length }, () => 0), ...tail];
}

function groups(text: string): number[] {
  return text
    .split(":")
    .filter((group) => group !== "")
    .flatMap((group) => {
      if (group.includes(".")) return version4(group);
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    });
}
