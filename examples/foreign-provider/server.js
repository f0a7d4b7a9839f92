import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerFile } from "./file-host.js";

const jwksPath = "/.well-known/oauth/openid/jwks";
const mediaPath = "/media/";
const pushPath = "/push";
const maximumPushBytes = 8192;

/**
 * The server side: key set, push receiver, media host. Over TLS with HTTP/2 and HTTP/1.1 where openssl can make a
 * certificate, over plain HTTP elsewhere.
 *
 * `deps`: keySet(), verify(token, ownAddress), wake(user), files (by reference).
 */
export async function startServer(deps) {
  const credentials = selfSigned();
  const server = credentials === undefined ? createServer() : createSecureServer({ ...credentials, allowHTTP1: true });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `${credentials === undefined ? "http" : "https"}://127.0.0.1:${server.address().port}`;
  server.on("request", (request, response) => {
    void answer({ ...deps, base }, request, response).catch(() => response.destroy());
  });
  return {
    endpoints: { jwks: base + jwksPath, media: base + mediaPath.slice(0, -1), push: base + pushPath },
    ...(credentials !== undefined && { tlsCa: credentials.cert }),
    close: () => server.close(),
  };
}

async function answer(deps, request, response) {
  const { pathname } = new URL(request.url, deps.base);
  if (pathname === jwksPath && (request.method === "GET" || request.method === "HEAD")) {
    const body = Buffer.from(JSON.stringify(await deps.keySet()));
    const headers = { "content-type": "application/json", "cache-control": "public, max-age=300" };
    response.writeHead(200, { ...headers, "content-length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  } else if (pathname === pushPath && request.method === "POST") {
    response.writeHead(await pushed(deps, request)).end();
  } else if (pathname.startsWith(mediaPath)) {
    answerFile(deps.files.get(pathname.slice(mediaPath.length)), request, response);
  } else {
    response.writeHead(404).end();
  }
}

/** Only Meta may wake users; its token names this server. */
async function pushed({ base, verify, wake }, request) {
  const [, token] = /^Bearer +([\w.-]+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (token === undefined) return 401;
  try {
    await verify(token, base);
  } catch (thrown) {
    // Without Meta's keys nothing is known about the token.
    return thrown.code?.startsWith("ERR_J") ? 401 : 503;
  }
  let body = "";
  for await (const piece of request.setEncoding("utf8")) {
    body += piece;
    if (body.length > maximumPushBytes) return 413;
  }
  try {
    const { to } = JSON.parse(body);
    if (typeof to !== "string") return 400;
    wake(to);
    return 200;
  } catch {
    return 400;
  }
}

function selfSigned() {
  const folder = mkdtempSync(join(tmpdir(), "foreign-provider-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=foreign-provider", "-addext", "subjectAltName=IP:127.0.0.1"];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  try {
    execFileSync("openssl", ["req", ...kind, ...subject, "-keyout", key, "-out", cert], { stdio: "ignore" });
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
