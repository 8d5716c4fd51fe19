import path from "node:path";
import { defineConfig } from "@playwright/test";

const port = process.env["E2E_PORT"] ?? "4310";
const mailPort = String(Number(port) + 1);
const isCi = process.env["CI"] === "true";

/** End-to-end tests in a real browser against the built application on its own engines and sample data. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/test/e2e-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: isCi,
  retries: 0,
  // Only what hangs should reach it, also on a machine that is half as fast.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env["E2E_REPORT"] ? [["list"], ["json", { outputFile: process.env["E2E_REPORT"] }]] : "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] || undefined,
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: [
    {
      // What the site mails is really sent, and received here.
      command: "node --import tsx tests/e2e/serve-mail.ts",
      port: Number(mailPort),
      reuseExistingServer: !isCi,
      gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
      env: { MAIL_PORT: mailPort },
    },
    {
      command: "node scripts/start.mjs",
      url: `http://localhost:${port}/readyz`,
      timeout: 240_000,
      reuseExistingServer: !isCi,
      stdout: "pipe",
      gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
      env: {
        PORT: port,
        DATA_DIR: path.resolve(".data/e2e"),
        LIMIT_MULTIPLIER: "1000",
        // Two browsers share two cores with the engine: what is tested here is the search, not the stand-in.
        SEARCH_TIMEOUT_MS: "5000",
        LOG_LEVEL: "error",
        NODE_ENV: "",
        DATABASE_URL: "",
        MEILI_URL: "",
        MEILI_KEY: "",
        ORIGIN: "",
        SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      },
    },
  ],
});
