import { defineConfig } from "prisma/config";

// `prisma generate` and `prisma validate` never run the schema engine, but the CLI would download it. Naming any
// executable stops the download; migrations run through the same engine compiled to WebAssembly (scripts/lib/migrate.ts).
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
