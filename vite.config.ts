import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { compressAssets } from "./scripts/lib/compress-assets.mjs";
import { visitorManifest } from "./scripts/lib/visitor-manifest.mjs";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/*
 * Two chunks for what nearly every page loads, instead of twenty small ones: they compress 3 KB better, and a new
 * version of our own code leaves the framework in the browser's cache. What only the pages of accounts share is one
 * chunk too, and so is what shows reviews: every page loads the list of all chunks.
 */
const FRAMEWORK =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/[a-z]+|turbo-stream)\/|commonjsHelpers/;
const SHARED =
  /\/app\/(ui\/(button|field|chip|notice|disclosure|icon|logo-mark|pagination|bar-distribution|stars|format)|domain\/(technicians\/vocabulary|criteria\/(criterion|criteria-strip|evidence-fact)|reviews\/(rating[a-z-]*|proof-label|sub-ratings)|media\/photo|profiles\/(kept-technicians|keep-button)))\.tsx?$/;
const REVIEWS = /\/app\/domain\/(reviews\/(review|review-list|review-photos)|media\/photo-picture)\.tsx?$/;
const ACCOUNTS = /\/app\/(domain\/accounts\/[a-z-]+\.tsx|ui\/form-errors\.tsx)$/;

function manualChunks(id: string): string | undefined {
  if (FRAMEWORK.test(id)) return "framework";
  if (SHARED.test(id)) return "shared";
  if (REVIEWS.test(id)) return "reviews";
  return ACCOUNTS.test(id) ? "accounts" : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), visitorManifest(), compressAssets()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks } },
    // Two kilobytes less than the default on every page. Licence notices stand in public/third-party-licences.txt.
    minify: "terser",
    terserOptions: { compress: { passes: 2 }, format: { comments: false } },
  },
}));
