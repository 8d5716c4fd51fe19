// @ts-check
/** Serves the built application, or with --dev the source with hot reload. Settings come from the environment. */
import path from "node:path";
import { pathToFileURL } from "node:url";

const isDevelopment = process.argv.includes("--dev");
process.env["NODE_ENV"] = isDevelopment ? "development" : "production";

try {
  await (isDevelopment ? serveSource() : serveBuild());
} catch (error) {
  const port = process.env["PORT"] || "3000";
  const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(
    isTaken ? `Port ${port} is taken by another program. Set PORT to a free one.` : `Can't serve: ${reason}`,
  );
  process.exit(1);
}

async function serveBuild() {
  const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
  await build.entry.module.serve({ build, clientDir: path.resolve("build/client") });
}

async function serveSource() {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  const load = () => vite.ssrLoadModule("virtual:remix/server-build");
  const build = await load();
  await build["entry"].module.serve({ build: load, developmentMiddleware: vite.middlewares });
}
