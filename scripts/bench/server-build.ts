import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { z } from "zod";
import type { ServeOptions } from "#app/server/serve.ts";
import { ROOT } from "../lib/project.mjs";

/** The built application, as `scripts/serve.mjs` loads it. */
export type BuiltApplication = ServerBuild & {
  entry: { module: { serve: (options: ServeOptions) => Promise<void> } };
};

export const CLIENT_DIR = path.join(ROOT, "build", "client");

const shape = z.object({
  entry: z.object({ module: z.object({ default: z.function(), serve: z.function() }) }),
  routes: z.record(z.string(), z.object({ id: z.string(), module: z.object({}) })),
  assets: z.object({ entry: z.object({ module: z.string() }) }),
});

function isBuiltApplication(module: unknown): module is BuiltApplication {
  return shape.safeParse(module).success;
}

export async function loadBuild(): Promise<BuiltApplication> {
  const file = path.join(ROOT, "build", "server", "index.js");
  const module: unknown = await import(pathToFileURL(file).href);
  if (!isBuiltApplication(module))
    throw new Error("build/server is not what it should be: delete build/ and start again");
  return module;
}
