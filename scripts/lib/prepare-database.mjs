// @ts-check

/**
 * Brings the database up to date: migrations, and sample data when it holds no technician. Both run in one process, for a
 * quick second start; scripts/prepare.ts reports where it is in lines that begin with "::".
 * @param {{
 *   crew: import("./crew.mjs").Crew,
 *   step: ReturnType<typeof import("./steps.mjs").createSteps>["step"],
 *   env: Record<string, string>,
 *   withSampleData: boolean,
 * }} options
 */
export async function prepareDatabase({ crew, step, env, withSampleData }) {
  const migrations = signal();
  /** @type {(text: string) => void} */
  let showProgress = () => {};

  const run = crew.runTool({
    name: "prepare",
    command: process.execPath,
    args: [...TSX, "scripts/prepare.ts", ...(withSampleData ? [] : ["--migrate-only"])],
    env,
    onLine(line) {
      if (line.startsWith("::migrated ")) migrations.resolve(Number(line.slice("::migrated ".length)));
      else showProgress(line.trim().slice(0, 60));
    },
  });
  const sampleData = { isKept: true };
  const ended = run.then(
    () => migrations.resolve(0),
    (error) => {
      migrations.reject(error);
      throw error;
    },
  );
  // Both steps below wait for parts of the same run; the first to fail tells.
  ended.catch(() => {});
  migrations.promise.catch(() => {});

  await step("Migrations", async ({ note, kept }) => {
    const applied = await migrations.promise;
    if (applied === 0) kept();
    else note(`${applied} applied`);
  });
  if (!withSampleData) return ended;
  await step("Sample data", async ({ kept, progress }) => {
    showProgress = (text) => {
      if (/\bkept\W*$/i.test(text)) return;
      sampleData.isKept = false;
      progress(text);
    };
    await ended;
    if (sampleData.isKept) kept();
  });
}

/** Arguments for Node.js to run TypeScript, from any folder. */
export const TSX = ["--import", "tsx"];

function signal() {
  /** @type {(value: number) => void} */
  let resolve = () => {};
  /** @type {(reason: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<number>} */
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
