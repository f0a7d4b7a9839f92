import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../dist/runtime/system-clock.js";
import { systemRandom } from "../../dist/runtime/random.js";
import { ephemeralCredentials } from "../../dist/runtime/tls/ephemeral-ca.js";

const libraries = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`;
const host = "localhost";

/**
 * ejabberd as Debian packages it, installed when it is not there and we may. Answers with why it cannot be had, or
 * nothing. The package's own service is not started.
 */
export function obtainEjabberd() {
  if (isInstalled()) return undefined;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "not installed, and only root may install it";
  console.error("Installing ejabberd with apt-get");
  const env = { ...process.env, RUNLEVEL: "1", DEBIAN_FRONTEND: "noninteractive" };
  const { status } = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "ejabberd"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 300_000,
  });
  return status === 0 && isInstalled() ? undefined : `apt-get install ended with ${status}`;
}

function isInstalled() {
  return existsSync(libraries) && readdirSync(libraries).some((name) => name.startsWith("ejabberd-"));
}

/**
 * One node on loopback ports, without a name and so without epmd. It writes into one folder only.
 *
 * @param tls Whether its WebSockets are encrypted, as the endpoint's are by Noise.
 */
export async function startEjabberd({ tls = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "bench-ejabberd-"));
  mkdirSync(join(folder, "mnesia"));
  const [port, apiPort] = [await freePort(), await freePort()];
  const certificate = join(folder, "server.pem");
  if (tls) writeFileSync(certificate, serverCertificate(), { mode: 0o600 });
  writeFileSync(join(folder, "ejabberd.yml"), configuration(port, apiPort, tls ? certificate : undefined));
  const erl = [
    "-noinput",
    "+K",
    "true",
    "+P",
    "250000",
    "-mnesia",
    "dir",
    `"${join(folder, "mnesia")}"`,
    "-s",
    "ejabberd",
  ];
  const child = spawn("erl", erl, {
    env: {
      ...process.env,
      HOME: folder,
      ERL_LIBS: libraries,
      ERL_CRASH_DUMP_BYTES: "0",
      EJABBERD_CONFIG_PATH: join(folder, "ejabberd.yml"),
      EJABBERD_LOG_PATH: join(folder, "ejabberd.log"),
    },
    stdio: ["ignore", "ignore", "ignore"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const server = {
    pid: child.pid,
    address: {
      chatUrl: `${tls ? "wss" : "ws"}://127.0.0.1:${port}/ws`,
      apiUrl: `http://127.0.0.1:${apiPort}/api`,
      host,
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await answering(server).catch(async (error) => {
    await server.stop();
    throw error;
  });
  return server;
}

async function answering({ address: { apiUrl } }) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(`${apiUrl}/status`, { method: "POST", body: "{}" }).catch(() => undefined);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("ejabberd did not start within 20 s");
}

/** Nothing that costs: no shaper, no archive, no roster, no presence; messages go to full addresses. */
function configuration(port, apiPort, certificate) {
  return `
hosts: ["${host}"]
loglevel: warning
auth_method: [internal]
auth_password_format: plain
listen:
  - port: ${port}
    ip: "127.0.0.1"
    module: ejabberd_http
    tls: ${certificate !== undefined}
    request_handlers: { /ws: ejabberd_http_ws }
  - port: ${apiPort}
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers: { /api: mod_http_api }
${certificate === undefined ? "" : `certfiles: ["${certificate}"]`}
api_permissions:
  bench: { who: { ip: "127.0.0.1/8" }, what: ["register", "status"] }
modules:
  mod_stream_mgmt: { resume_timeout: 0, ack_timeout: 300 }
websocket_ping_interval: 600
websocket_timeout: 600
`;
}

function serverCertificate() {
  const { cert, key, ca } = ephemeralCredentials({ clock: systemClock, random: systemRandom, names: [host] });
  return [cert, ca, key].join("\n");
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
