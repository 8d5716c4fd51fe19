import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { compressAssets } from "./scripts/lib/compress-assets.mjs";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixConfig), compressAssets()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Two kilobytes less than the default on every page. Licence notices stand in public/third-party-licences.txt.
    minify: "terser",
    terserOptions: { compress: { passes: 2 }, format: { comments: false } },
  },
});
