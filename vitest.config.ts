import { defineConfig } from "vitest/config";

// The Remix plugin stays out: tests run the source as it is.
export default defineConfig({
  test: {
    environment: "node",
    // Two cores; each worker has a database of its own, cloned from a migrated template.
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["{app,prisma,scripts,tests}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "tests/e2e/**", "node_modules/**"],
          setupFiles: ["tests/support/same-examples.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "engines",
          include: ["{app,prisma,scripts,tests}/**/*.db.test.ts"],
          globalSetup: ["tests/support/start-engines.ts"],
          setupFiles: ["tests/support/same-examples.ts", "tests/support/own-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
