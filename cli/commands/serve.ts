import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import { port } from "../provider-options.js";
import type { ServeOptions } from "../serve/serve.js";

export function define(command: Command, finish: (code: ExitCode) => void): void {
  command
    .description(
      "Runs the simulated Meta endpoint alone and prints its manifest (addresses and root key) as JSON.\n" +
        "Ends within a second of SIGTERM or Ctrl-C.",
    )
    .option("--profile <name|file>", "profile to serve", "whatsapp")
    .option("--seed <text>", "seed of ids, keys and order; a new one when none is given")
    .option("--listen <host>", "address to bind to", "127.0.0.1")
    .option("--advertise <host>", "host name in the manifest, for a provider on another host")
    .option("--port <port>", "port of HTTP and WebSocket; 0 takes a free one", port, 0)
    .option("--tcp-port <port>", "port of chat over bare TCP; 0 takes a free one", port, 0)
    .option("--ready-file <file>", "write the manifest there too, readable by the owner only, once all is ready")
    .addHelpText("after", examples)
    .action(async (options: ServeOptions) => {
      const { serve } = await import("../serve/serve.js");
      finish(await serve(options));
    });
}

const examples = `
Examples:
  interop serve
  interop serve --port 8443 --ready-file /run/interop/manifest.json
  interop serve --listen 0.0.0.0 --advertise test-host.local`;
