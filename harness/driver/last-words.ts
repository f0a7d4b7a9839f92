const longest = 300;

/** What Node, Python, Java and Go put at the head of an error, and frames of its stack below or above it. */
const headline =
  /^(?:Exception in thread .*|Caused by: .*|panic: .*|fatal error: .*|[\w.$]*(?:Error|Exception)\b[^=]*:.*)$/;

/**
 * The line that says why a program ended, from what it wrote to stderr at last: the headline of an error where there is one
 * (Node and Java print the stack and more below it), and else the last line.
 */
export function lastWords(log: string): string {
  const lines = log.split("\n").map((line) => line.trim());
  const said = lines.findLast((line) => headline.test(line)) ?? lines.findLast((line) => line !== "") ?? "";
  return said.slice(0, longest);
}
