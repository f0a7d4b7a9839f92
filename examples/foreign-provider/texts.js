/** JSON with byte arrays and maps. */
export function toText(value) {
  return JSON.stringify(value, function (name, written) {
    // Not `written`, which a Buffer has turned into something else by then.
    const each = this[name];
    if (each instanceof Uint8Array) return { base64: Buffer.from(each).toString("base64") };
    return each instanceof Map ? { entries: [...each] } : written;
  });
}

export function fromText(text) {
  return JSON.parse(text, (_name, each) => {
    if (typeof each?.base64 === "string") return Uint8Array.from(Buffer.from(each.base64, "base64"));
    return Array.isArray(each?.entries) ? new Map(each.entries) : each;
  });
}
