import * as nodeModule from "node:module";

/**
 * Lets V8 store compiled code in the system's folder for temporary files, so that the next start need not compile it
 * again. Does nothing before Node 22.1. NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE take precedence.
 */
export function enableCompileCache(): void {
  // Missing in the types of the oldest Node that we support.
  const { enableCompileCache: enable } = nodeModule as { enableCompileCache?: () => void };
  enable?.();
}
