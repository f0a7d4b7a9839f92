import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse, parseAllDocuments } from "yaml";
import { root } from "./sources.js";
import { inFolder } from "./support/interop.js";

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const dockerfile = read("ci/Dockerfile");
const [, image = ""] = dockerfile.split(/^FROM .*$(?=[^]*ENTRYPOINT)/m).slice(-2);
const listed = (name: string): readonly string[] => {
  const line = dockerfile.split("\n").findLast((text) => text.startsWith(`${name} `)) ?? "";
  return JSON.parse(line.slice(line.indexOf("["))) as readonly string[];
};

describe("the image", () => {
  it("works in a folder that its user may write", () => {
    const steps = image.split("\n");
    expect(steps.findLast((step) => step.startsWith("WORKDIR "))).toBe("WORKDIR /work");
    const user = steps.findLast((step) => step.startsWith("USER "))?.slice("USER ".length);
    expect(image).toMatch(new RegExp(`chown ${user}:${user} [^\\n]*/work\\b`));
    // What is mounted over the working folder must not hide the program.
    for (const path of [...listed("ENTRYPOINT"), ...listed("HEALTHCHECK")]) expect(path).not.toMatch(/^[./]*work\//);
  });

  it("holds the bill of materials that its label names", () => {
    expect(image).toContain('interop.bill-of-materials="/app/dist/sbom.cdx.json"');
    expect(read("scripts/generate-sbom.js")).toContain("../dist/sbom.cdx.json");
    expect(dockerfile).toContain("npm run build:package");
  });

  it("keeps the compiled libraries of its own platform alone", async () => {
    const [, line = ""] = /^RUN (find node_modules .*)$/m.exec(dockerfile) ?? [];
    await inFolder(async (folder) => {
      const here = `${process.platform}-${process.arch}`;
      const library = (scope: string, platform: string): string =>
        join(folder, "node_modules", scope, "prebuilds", platform, "lib.node");
      const all = ["a", "@b/c"].flatMap((scope) =>
        [here, "os9-ppc", "os9-x64"].map((platform) => library(scope, platform)),
      );
      const script = join(folder, "node_modules", "a", "index.js");
      for (const path of [...all, script]) {
        mkdirSync(join(path, ".."), { recursive: true });
        writeFileSync(path, "");
      }
      expect(spawnSync("sh", ["-ec", line], { cwd: folder }).status).toBe(0);
      expect(all.filter((path) => existsSync(path))).toEqual([library("a", here), library("@b/c", here)]);
      expect(existsSync(script)).toBe(true);
    });
  });
});

interface Container {
  readonly args: readonly string[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly securityContext: object;
  readonly startupProbe: { readonly exec: { readonly command: readonly string[] } };
  readonly readinessProbe: { readonly exec: { readonly command: readonly string[] } };
}

interface Kubernetes {
  readonly deployment: {
    readonly selector: { readonly matchLabels: object };
    readonly template: {
      readonly metadata: { readonly labels: object };
      readonly spec: {
        readonly securityContext: object;
        readonly containers: readonly [Container];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
  readonly service: {
    readonly metadata: { readonly name: string };
    readonly spec: {
      readonly selector: object;
      readonly ports: readonly { readonly name: string; readonly port: number; readonly targetPort: string }[];
    };
  };
}

function kubernetes(): Kubernetes {
  const documents = parseAllDocuments(read("ci/kubernetes.yaml")).map((one) => one.toJS() as { readonly kind: string });
  expect(documents.map(({ kind }) => kind)).toEqual(["Deployment", "Service"]);
  const [deployment, service] = documents as unknown as [
    { readonly spec: Kubernetes["deployment"] },
    Kubernetes["service"],
  ];
  return { deployment: deployment.spec, service };
}

describe("the manifest for Kubernetes", () => {
  const { deployment, service } = kubernetes();
  const { spec, metadata } = deployment.template;
  const [container] = spec.containers;

  it("serves with the words of the image, under the name of its service", () => {
    const words = listed("CMD").map((word) => (word === "localhost" ? service.metadata.name : word));
    expect(container.args).toEqual(words);
  });

  it("selects its own pods, and leads to the ports that the image opens", () => {
    for (const labels of [deployment.selector.matchLabels, service.spec.selector]) {
      expect(labels).toEqual(metadata.labels);
    }
    const exposed = /^EXPOSE (.*)$/m.exec(image)?.[1]?.split(" ").map(Number);
    expect(container.ports.map(({ containerPort }) => containerPort)).toEqual(exposed);
    expect(service.spec.ports.map(({ targetPort }) => targetPort)).toEqual(container.ports.map(({ name }) => name));
    expect(service.spec.ports.map(({ port }) => port)).toEqual(exposed);
  });

  it("asks the question of the image's own probe", () => {
    for (const probe of [container.startupProbe, container.readinessProbe]) {
      expect(probe.exec.command).toEqual(listed("HEALTHCHECK"));
    }
  });

  it("runs nothing as root, and writes only where a volume is", () => {
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000 });
    expect(container.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
    const mounted = container.volumeMounts.map(({ name }) => name);
    expect(mounted).toEqual(spec.volumes.map(({ name }) => name));
    const ready = container.args[container.args.indexOf("--ready-file") + 1] ?? "";
    expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toEqual([join(ready, ".."), "/tmp"]);
  });
});

describe("where the image comes from", () => {
  it("is one variable in the compose file, which needs no source tree", () => {
    const { services } = parse(read("ci/compose.yaml")) as {
      readonly services: Readonly<Record<string, { readonly image?: string; readonly build?: unknown }>>;
    };
    expect(Object.values(services).map(({ build }) => build)).toEqual([undefined, undefined, undefined]);
    expect([services["mock"]?.image, services["conformance"]?.image]).toEqual(
      Array.from({ length: 2 }, () => "${CONFORMANCE_IMAGE:-interop}"),
    );
  });

  it("is no matter for the development container, which opens the same ports", () => {
    const { remoteUser, forwardPorts } = JSON.parse(read(".devcontainer/devcontainer.json")) as {
      readonly remoteUser: string;
      readonly forwardPorts: readonly number[];
    };
    expect(remoteUser).not.toBe("root");
    expect(forwardPorts.join(" ")).toBe(/^EXPOSE (.*)$/m.exec(image)?.[1]);
  });
});
