// @ts-check
import { startMeilisearch, startPostgres } from "./engines.mjs";
import { checkDatabase, checkMeilisearch } from "./given-servers.mjs";

/** @typedef {{ databaseUrl: string, meiliUrl: string, meiliKey: string, isDatabaseEmbedded: boolean }} Addresses */

/**
 * Opens both engines side by side: the server that the settings name, else the embedded one.
 * @param {{
 *   crew: import("./crew.mjs").Crew,
 *   dataDir: string,
 *   env: NodeJS.ProcessEnv,
 *   step: ReturnType<typeof import("./steps.mjs").createSteps>["step"],
 *   note: (line: string) => void,
 * }} options
 * @returns {Promise<Addresses>}
 */
export async function openEngines({ crew, dataDir, env, step, note }) {
  const { DATABASE_URL: givenDatabase, MEILI_URL: givenMeili, MEILI_KEY: givenKey } = env;

  const database = step("PostgreSQL", async ({ note: remark }) => {
    if (givenDatabase) {
      await checkDatabase(givenDatabase);
      remark("given by DATABASE_URL");
      return givenDatabase;
    }
    const { url, isNew } = await startPostgres({ dataDir, keep: crew.keepEngine, note });
    if (isNew) remark("new");
    return url;
  });

  const meili = step("Meilisearch", async ({ note: remark }) => {
    if (givenMeili) {
      await checkMeilisearch(givenMeili, givenKey);
      remark("given by MEILI_URL");
      return { url: givenMeili, key: givenKey ?? "" };
    }
    const { url, key, isNew } = await startMeilisearch({ dataDir, keep: crew.keepEngine, note });
    if (isNew) remark("new");
    return { url, key };
  });

  const [databaseUrl, { url: meiliUrl, key: meiliKey }] = await Promise.all([database, meili]);
  return { databaseUrl, meiliUrl, meiliKey, isDatabaseEmbedded: !givenDatabase };
}

/**
 * Environment of a program that uses the engines.
 * @param {Addresses} addresses
 * @param {string} dataDir
 */
export function engineEnv(addresses, dataDir) {
  return {
    DATABASE_URL: addresses.databaseUrl,
    MEILI_URL: addresses.meiliUrl,
    MEILI_KEY: addresses.meiliKey,
    DATA_DIR: dataDir,
    // Sample data may go into a database of our own making also in production mode, never into one that was given.
    HAIRLINE_EMBEDDED_DATABASE: addresses.isDatabaseEmbedded ? "1" : "",
  };
}
