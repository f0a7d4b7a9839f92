/**
 * @typedef {object} StreamEvent
 * @property {string} event - `message` when it has no name.
 * @property {any} data
 */

/** Takes server-sent events (HTML Living Standard, section 9.2) out of pieces of text. */
export class EventReader {
  #open = "";

  /**
   * @param {string} piece
   * @returns {readonly StreamEvent[]} Those that are complete now.
   */
  read(piece) {
    const blocks = (this.#open + piece).split("\n\n");
    this.#open = blocks.pop() ?? "";
    return blocks.flatMap(eventOf);
  }
}

/**
 * @param {string} block
 * @returns {readonly StreamEvent[]} None for a comment.
 */
function eventOf(block) {
  let event = "message";
  let data;
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) event = line.slice(7);
    if (line.startsWith("data: ")) data = line.slice(6);
  }
  return data === undefined ? [] : [{ event, data: JSON.parse(data) }];
}
