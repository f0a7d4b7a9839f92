/** A section with a body in braces, or one line of a body. */
export interface PipelineNode {
  readonly name: string;
  /** What follows the name. */
  readonly text: string;
  readonly body?: readonly PipelineNode[];
}

/** Reads a declarative pipeline that has one section or step a line. @throws Error where braces do not match. */
export function readPipeline(source: string): readonly PipelineNode[] {
  const lines = source
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"));
  let at = 0;

  function block(): readonly PipelineNode[] {
    const nodes: PipelineNode[] = [];
    for (let line = lines[at++]; line !== undefined && line !== "}"; line = lines[at++]) {
      const [, name = "", text = "", brace] = /^(\w+) ?(.*?)\s*(\{)?$/.exec(line) ?? [];
      nodes.push(brace === undefined ? { name, text } : { name, text, body: block() });
    }
    if (lines[at - 1] === undefined) depthMustBeZero();
    return nodes;
  }

  function depthMustBeZero(): void {
    const count = (brace: string): number => lines.filter((line) => line.endsWith(brace)).length;
    if (count("{") !== count("}")) throw new Error("Read the pipeline: found braces that do not match");
  }

  return block();
}

/** All steps of this name, in order, with what follows the name. */
export function stepsNamed(nodes: readonly PipelineNode[], name: string): readonly string[] {
  return nodes.flatMap((node) => [...(node.name === name ? [node.text] : []), ...stepsNamed(node.body ?? [], name)]);
}
