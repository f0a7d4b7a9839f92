import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = "/usr/sbin/nginx";

/**
 * nginx as Debian packages it, installed when it is not there and we may. Answers with why it cannot be had, or nothing. The
 * package's own service is not started.
 */
export function obtainNginx() {
  if (existsSync(program)) return undefined;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "not installed, and only root may install it";
  console.error("Installing nginx with apt-get");
  const env = { ...process.env, RUNLEVEL: "1", DEBIAN_FRONTEND: "noninteractive" };
  const { status } = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "nginx-light"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 300_000,
  });
  return status === 0 && existsSync(program) ? undefined : `apt-get install ended with ${status}`;
}

/**
 * One worker on a free loopback port, without a log; everything it writes is in one folder.
 *
 * @param locations Text of the `location` blocks, the rest being nginx's defaults.
 */
export async function startNginx(locations) {
  const folder = mkdtempSync(join(tmpdir(), "bench-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port, locations));
  const child = spawn(program, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const server = {
    pid: child.pid,
    url: `http://127.0.0.1:${port}`,
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

/** In one process, so that its figures in /proc are all there is. */
function configuration(folder, port, locations) {
  return `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    location = /ready { return 204; }
    ${locations}
  }
}
`;
}

async function answering({ url }) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(`${url}/ready`).catch(() => undefined);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx did not start within 5 s");
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
