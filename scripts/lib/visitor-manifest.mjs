// @ts-check
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { isVisitorRoute, visitorManifestUrl } from "../../app/platform/visitor-manifest.ts";

/**
 * Writes the shorter list of routes beside the whole one, once both builds are done. Comes before what compresses.
 * @returns {import("vite").Plugin}
 */
export function visitorManifest() {
  let assets = "";
  return {
    name: "visitor-manifest",
    apply: "build",
    configResolved({ root, build }) {
      assets = build.ssr ? path.resolve(root, "build/client", build.assetsDir) : "";
    },
    // One after the other: whoever compresses finds it there.
    closeBundle: {
      sequential: true,
      async handler() {
        if (assets === "") return;
        const [name] = (await readdir(assets)).filter((file) => /^manifest-[^.]+\.js$/.test(file));
        if (name === undefined) throw new Error("The client build has no list of routes");
        const script = await readFile(path.join(assets, name), "utf8");
        const [start, end] = [script.indexOf("{"), script.lastIndexOf("}") + 1];
        /** @type {{ url: string, routes: Record<string, unknown> }} */
        const manifest = JSON.parse(script.slice(start, end));
        manifest.url = visitorManifestUrl(manifest.url);
        manifest.routes = Object.fromEntries(Object.entries(manifest.routes).filter(([id]) => isVisitorRoute(id)));
        const shorter = `${script.slice(0, start)}${JSON.stringify(manifest)}${script.slice(end)}`;
        await writeFile(path.join(assets, path.basename(manifest.url)), shorter);
      },
    },
  };
}
