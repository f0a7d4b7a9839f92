import * as nodeModule from "node:module";

/**
 * Lets V8 keep what it compiled in a folder of the system's temporary one, so that the next start need not compile it
 * again. Does nothing before Node 22.1, and whatever NODE_COMPILE_CACHE or NODE_DISABLE_COMPILE_CACHE say holds.
 */
export function enableCompileCache(): void {
  // Not in the types of the oldest Node that we support.
  const { enableCompileCache: enable } = nodeModule as { enableCompileCache?: () => void };
  enable?.();
}
