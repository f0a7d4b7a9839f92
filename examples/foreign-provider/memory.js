const remembered = 1000;

/** A map that forgets its oldest entries. */
export class Recent extends Map {
  set(key, value) {
    if (this.size >= remembered && !this.has(key)) this.delete(this.keys().next().value);
    return super.set(key, value);
  }
}

/** JSON with byte arrays, maps and sets. */
export function toText(value) {
  return JSON.stringify(value, function (name, written) {
    // Not `written`, which a Buffer has turned into something else by then.
    const each = this[name];
    if (each instanceof Uint8Array) return { base64: Buffer.from(each).toString("base64") };
    if (each instanceof Set) return { members: [...each] };
    return each instanceof Map ? { entries: [...each] } : written;
  });
}

export function fromText(text) {
  return JSON.parse(text, (_name, each) => {
    if (typeof each?.base64 === "string") return Uint8Array.from(Buffer.from(each.base64, "base64"));
    if (Array.isArray(each?.members)) return new Set(each.members);
    return Array.isArray(each?.entries) ? new Map(each.entries) : each;
  });
}
