import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { entries, hostName, mebibytes, port } from "../provider-options.js";
import type { ServeOptions } from "../serve/serve.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description(
      "Runs the simulated Meta endpoint alone and prints its manifest (addresses, root key, admin token) as JSON.\n" +
        "Ends within a second of SIGTERM or Ctrl-C.",
    )
    .option("--profile <name|file>", "profile to serve", "whatsapp")
    .option("--seed <text>", "seed of ids, keys and order; a new one when none is given")
    .option("--listen <host>", "address to bind to", "127.0.0.1")
    .option("--advertise <host>", "host name in the manifest, for a provider on another host", hostName)
    .option("--port <port>", "port of HTTP and WebSocket; 0 takes a free one", port, 0)
    .option("--tcp-port <port>", "port of chat over bare TCP; 0 takes a free one", port, 0)
    .option("--admin-listen <host>", "address of the admin API", "127.0.0.1")
    .option("--admin-port <port>", "port of the admin API; 0 takes a free one", port, 0)
    .option("--tls", "serve https and wss with a certificate made for the purpose; its CA is in the manifest")
    .option("--key-log <file>", "append the keys of all connections there, to decrypt recorded traffic")
    .option("--journal-limit <entries>", "how many entries the journal of each tenant keeps", entries, 100_000)
    .option("--journal-size <MiB>", "how large the journal of each tenant becomes, roughly", mebibytes, 12)
    .option("--ready-file <file>", "write the manifest there too, readable by the owner only, once all is ready")
    .addHelpText("after", examples)
    .action(async (options: ServeOptions) => {
      const { serve } = await import("../serve/serve.js");
      finish(await serve(options, io));
    });
}

const examples = `
Examples:
  interop serve
  interop serve --port 8443 --ready-file /run/interop/manifest.json
  interop serve --tls --listen 0.0.0.0 --advertise test-host.local
  interop serve --admin-port 9000 --journal-limit 10000

The page /inspector/ of the admin API shows what happens; /docs shows everything that it can be asked.`;
