import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { compressAssets } from "./scripts/lib/compress-assets.mjs";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/*
 * Two chunks for what nearly every page loads, instead of twenty small ones: they compress 3 KB better, and a new
 * version of our own code leaves the framework in the browser's cache.
 */
const FRAMEWORK =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/[a-z]+|turbo-stream)\/|commonjsHelpers/;
const SHARED =
  /\/app\/(ui\/(button|chip|notice|disclosure|icon|logo-mark|pagination|bar-distribution|stars|format)|domain\/(technicians\/vocabulary|criteria\/(criterion|criteria-strip|evidence-fact)|reviews\/rating[a-z-]*|media\/photo|profiles\/(kept-technicians|keep-button)))\.tsx?$/;

function manualChunks(id: string): string | undefined {
  if (FRAMEWORK.test(id)) return "framework";
  return SHARED.test(id) ? "shared" : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), compressAssets()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks } },
    // Two kilobytes less than the default on every page. Licence notices stand in public/third-party-licences.txt.
    minify: "terser",
    terserOptions: { compress: { passes: 2 }, format: { comments: false } },
  },
}));
