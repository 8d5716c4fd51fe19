import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer, isRouteErrorResponse } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { isVisitorRoute, visitorManifestUrl } from "#app/platform/visitor-manifest.ts";
import { NonceContext } from "#app/ui/nonce.ts";
import { RequestIdContext } from "#app/ui/request-id.ts";

/** `scripts/serve.mjs` starts the process through the build, so that server and routes share one set of modules. */
export { createApp, serve } from "#app/server/serve.ts";

const RENDER_TIMEOUT_MS = 8_000;

/**
 * Renders the whole page and sends it in one piece. renderToString must not be used here: with single fetch it leaves
 * out the loader data, the page never hydrates, and nothing says so.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let statusCode = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.cspNonce}>
        <RequestIdContext.Provider value={loadContext.requestId}>
          <RemixServer
            context={withShortestManifest(remixContext)}
            url={request.url}
            abortDelay={RENDER_TIMEOUT_MS}
            nonce={loadContext.cspNonce}
          />
        </RequestIdContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: loadContext.cspNonce,
        onAllReady() {
          headers.set("Content-Type", "text/html; charset=utf-8");
          const pieces: Buffer[] = [];
          // React hands a page over in hundreds of pieces; each would be a write to the network.
          const body = new Writable({
            write(piece: Buffer, _encoding, done) {
              pieces.push(piece);
              done();
            },
            final(done) {
              resolve(new Response(Buffer.concat(pieces), { headers, status: statusCode }));
              done();
            },
          });
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          statusCode = 500;
          loadContext.reportError(error);
        },
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref();
  });
}

/** The same page with the list of routes that it needs. In development there is only the whole one. */
function withShortestManifest(context: EntryContext): EntryContext {
  const isForVisitors = context.staticHandlerContext.matches.every(({ route }) => isVisitorRoute(route.id));
  if (!import.meta.env.PROD || !isForVisitors) return context;
  return { ...context, manifest: { ...context.manifest, url: visitorManifestUrl(context.manifest.url) } };
}

/** Errors of loaders and actions; what the reader sees of them is decided by the error page. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  // Refusals below 500 are answers, not errors: anyone could fill the log with them.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) context.reportError(isRouteErrorResponse(error) ? new Error(error.statusText) : error);
}
