/**
 * Remix's own options. The Vite plugin reads only its plugin arguments, so `vite.config.ts` passes
 * these on; keep to the keys that it takes (appDirectory, future, ignoredRouteFiles, routes, serverModuleFormat).
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/.*", "**/*.test.{ts,tsx}"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // Off on purpose: its /__manifest endpoint blocks the event loop for seconds (security decision 0002).
    v3_lazyRouteDiscovery: false,
    v3_routeConfig: false,
  },
};
