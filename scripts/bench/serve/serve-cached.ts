import type { LoaderFunction, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { CLIENT_DIR, loadBuild } from "../server-build.ts";

/*
 * The built application with its data cached: each loader runs once per address and then gives the same answer again.
 * Everything else is as it is served to readers: guard, limits, headers, log, rendering, serialisation, compression.
 */

/** A reply can be read once only, so what is kept is what it is made from. */
type Kept<T> = { value: T } | { body: ArrayBuffer; status: number; headers: [string, string][] };

function remember(loader: LoaderFunction): LoaderFunction {
  const ask = async (args: LoaderFunctionArgs) => keep(await loader(args));
  const kept = new Map<string, ReturnType<typeof ask>>();
  return async (args) => {
    let answer = kept.get(args.request.url);
    if (!answer) {
      answer = ask(args);
      kept.set(args.request.url, answer);
      // What failed or was thrown (a redirect, a 404) is not an answer to keep.
      answer.catch(() => kept.delete(args.request.url));
    }
    const given = await answer;
    return "value" in given ? given.value : new Response(given.body, { status: given.status, headers: given.headers });
  };
}

async function keep<T>(answer: T): Promise<Kept<T>> {
  if (!(answer instanceof Response)) return { value: answer };
  return { body: await answer.arrayBuffer(), status: answer.status, headers: [...answer.headers] };
}

const build = await loadBuild();
const routes: ServerBuild["routes"] = Object.fromEntries(
  Object.entries(build.routes).map(([id, route]) => {
    const { loader } = route.module;
    return [id, loader ? { ...route, module: { ...route.module, loader: remember(loader) } } : route];
  }),
);
// The module of the build is frozen; a copy is not.
await build.entry.module.serve({ build: { ...build, routes }, clientDir: CLIENT_DIR });
