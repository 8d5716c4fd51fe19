import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const answer = z.object({ id: z.number(), bytes: z.instanceof(Uint8Array).optional(), problem: z.string().optional() });

interface Waiting {
  resolve: (pixels: Uint8Array) => void;
  reject: (problem: Error) => void;
}
const waiting = new Map<number, Waiting>();
let child: ChildProcess | undefined;
let lastId = 0;

/** The child must not keep the program alive once nothing is being drawn. */
function hold(rasteriser: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    rasteriser.ref();
    rasteriser.channel?.ref();
  } else {
    rasteriser.unref();
    rasteriser.channel?.unref();
  }
}

function settle(id: number): Waiting | undefined {
  const found = waiting.get(id);
  waiting.delete(id);
  if (waiting.size === 0 && child) hold(child, false);
  return found;
}

function start(): ChildProcess {
  const started = fork(fileURLToPath(new URL("./rasterise.mjs", import.meta.url)), [], {
    serialization: "advanced",
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  started.on("message", (message) => {
    const { id, bytes, problem } = answer.parse(message);
    const one = settle(id);
    if (bytes) one?.resolve(bytes);
    else one?.reject(new Error(`A drawing could not be rendered: ${problem ?? "no picture came back"}`));
  });
  const fail = (problem: Error): void => {
    if (child === started) child = undefined;
    for (const id of [...waiting.keys()]) settle(id)?.reject(problem);
  };
  started.on("error", fail);
  started.on("exit", (code, signal) => fail(new Error(`The drawing process ended (${signal ?? `status ${code}`})`)));
  return started;
}

/**
 * Renders a square SVG of 1200 units to RGB pixels, `size` on each side, in a child process that starts on first use
 * and ends with this one.
 */
export function rasterise(svg: string, size: number): Promise<Uint8Array> {
  child ??= start();
  const rasteriser = child;
  hold(rasteriser, true);
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    rasteriser.send({ id, svg, size }, (problem) => {
      if (problem) settle(id)?.reject(problem);
    });
  });
}
