/** The media type `text/event-stream` (HTML Living Standard, section 9.2), limited to what this API writes. */

export const eventStreamMedia = "text/event-stream";

export interface StreamEvent {
  /** Default: `message`. */
  readonly event?: string;
  readonly id?: number;
  /** Becomes JSON, which has no line breaks. */
  readonly data: unknown;
}

export function writeEvent({ event, id, data }: StreamEvent): string {
  const head = `${event === undefined ? "" : `event: ${event}\n`}${id === undefined ? "" : `id: ${id}\n`}`;
  return `${head}data: ${JSON.stringify(data)}\n\n`;
}

/** A comment that keeps the connection alive. */
export const stillHere = ": still here\n\n";

/** An event that was read. */
export interface ReadEvent {
  readonly event: string;
  readonly data: string;
}

/** The events of a stream that `writeEvent` wrote: one line of data each, line breaks of one kind. */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadEvent, void, undefined> {
  const decoder = new TextDecoder();
  let open = "";
  for await (const chunk of chunks) {
    const blocks = (open + decoder.decode(chunk, { stream: true })).split("\n\n");
    open = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map(fieldOf));
      const data = fields.get("data");
      if (data !== undefined) yield { event: fields.get("event") ?? "message", data };
    }
  }
}

function fieldOf(line: string): readonly [string, string] {
  const colon = line.indexOf(": ");
  return [line.slice(0, colon), line.slice(colon + 2)];
}
