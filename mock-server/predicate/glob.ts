/**
 * Whether the whole `text` matches `glob`: `*` matches any characters or none, `?` exactly one, and a backslash escapes the
 * next character. The time is at most proportional to the product of both lengths.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const wanted = tokens(glob);
  let at = 0;
  let position = 0;
  /** Where to continue when the last `*` must match one more character. */
  let back: { readonly at: number; position: number } | undefined;
  while (position < text.length) {
    const token = wanted[at];
    if (token === anything) {
      back = { at: ++at, position };
    } else if (token === anyOne || token === text[position]) {
      at++;
      position++;
    } else if (back === undefined) {
      return false;
    } else {
      position = ++back.position;
      at = back.at;
    }
  }
  while (wanted[at] === anything) at++;
  return at === wanted.length;
}

const anything = Symbol("*");
const anyOne = Symbol("?");

function tokens(glob: string): readonly (string | symbol)[] {
  const found: (string | symbol)[] = [];
  for (let index = 0; index < glob.length; index++) {
    const character = glob.charAt(index);
    if (character === "*") found.push(anything);
    else if (character === "?") found.push(anyOne);
    else if (character === "\\" && index + 1 < glob.length) found.push(glob.charAt(++index));
    else found.push(character);
  }
  return found;
}
