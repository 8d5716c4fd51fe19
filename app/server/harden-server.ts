import { STATUS_CODES } from "node:http";
import type { Server, ServerOptions } from "node:http";
import type { Duplex } from "node:stream";

/**
 * For `http.createServer(SERVER_OPTIONS, app)`: what can only be said at creation. The timeouts below are enforced at
 * the checking interval, which is 30 s by default. A missing Host header is left to the guard, whose answer is complete.
 */
export const SERVER_OPTIONS = {
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
  requireHostHeader: false,
} satisfies ServerOptions;

/** Limits how long and how much one connection may take. Call before `listen`. */
export function hardenServer(server: Server): void {
  server.headersTimeout = 10_000;
  // The whole body must be in by then: six photos over a slow mobile connection.
  server.requestTimeout = 60_000;
  // Longer than the idle time of common proxies, so that they and not we close first and no request is lost between.
  server.keepAliveTimeout = 65_000;
  server.maxRequestsPerSocket = 1_000;
  server.maxHeadersCount = 100;
  answerUnreadableRequests(server);
}

/** Requests that never reach Express still get a proper answer, with the headers that matter on a plain text. */
function answerUnreadableRequests(server: Server): void {
  const answering = new WeakSet<Duplex>();
  server.prependListener("request", (req, res) => {
    answering.add(req.socket);
    res.once("close", () => answering.delete(req.socket));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    // A second answer in the middle of another would be read as part of it.
    if (error.code === "ECONNRESET" || !socket.writable || answering.has(socket)) {
      socket.destroy();
      return;
    }
    socket.end(rawAnswer(statusFor(error.code)), () => socket.destroy());
  });
}

function statusFor(code: string | undefined): number {
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

function rawAnswer(status: number): string {
  const reason = STATUS_CODES[status] ?? "Bad Request";
  return [
    `HTTP/1.1 ${status} ${reason}`,
    "Connection: close",
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${reason.length + 1}`,
    "Cache-Control: no-store",
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security: max-age=31536000; includeSubDomains",
    "X-Content-Type-Options: nosniff",
    "",
    `${reason}\n`,
  ].join("\r\n");
}
