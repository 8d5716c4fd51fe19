import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { PICTURE_POLICY } from "#app/platform/picture-policy.ts";

export interface SecurityHeaderSettings {
  /** The configured origin; browsers are told to upgrade to https only when it is https itself. */
  origin: string;
  /** Development server: adds what Vite's hot reload needs (a WebSocket and injected style elements). */
  dev?: boolean;
}

/**
 * Only features that current browsers know: an unknown name makes Chromium complain in the console of every page.
 * All are off except the position, which "technicians near me" asks for, and copying to the clipboard by a press.
 */
const FEATURES_OFF = [
  "accelerometer",
  "autoplay",
  "camera",
  "clipboard-read",
  "compute-pressure",
  "cross-origin-isolated",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "keyboard-map",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "sync-xhr",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];
const PERMISSIONS_POLICY = [
  "geolocation=(self)",
  "clipboard-write=(self)",
  ...FEATURES_OFF.map((feature) => `${feature}=()`),
].join(", ");

/**
 * Headers of which a response may have one value only. Remix hands a route's headers over with `append`, and browsers
 * ignore a doubled Cross-Origin-Resource-Policy, so here the route's value takes the place of the default.
 * Content-Security-Policy is left out on purpose: with two policies both apply, so a route can only make it stricter. The
 * one exception is the fixed policy of pictures that we draw.
 */
const ONE_VALUE = new Set([
  "cross-origin-resource-policy",
  "cross-origin-opener-policy",
  "referrer-policy",
  "x-content-type-options",
]);

/**
 * First in the chain, so that refusals and errors carry the headers too: gives the request its id and its CSP nonce
 * (128 random bits each, read back with `requestIdOf` and `cspNonceOf`) and sets every security header.
 * An inbound X-Request-Id is dropped: only our own ids may reach the log.
 */
export function securityHeaders({ origin, dev = false }: SecurityHeaderSettings): RequestHandler {
  const policy = contentSecurityPolicy(new URL(origin).protocol === "https:", dev);
  const fixedHeaders = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xXssProtection: false,
  });
  return (req, res, next) => {
    const requestId = randomBytes(16).toString("hex");
    const nonce = randomBytes(16).toString("base64");
    delete req.headers["x-request-id"];
    res.locals.requestId = requestId;
    res.locals.cspNonce = nonce;
    res.setHeader("X-Request-Id", requestId);
    res.setHeader("Content-Security-Policy", policy(nonce));
    res.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
    const append = res.append.bind(res);
    res.append = (field, value) =>
      value !== undefined && (ONE_VALUE.has(field.toLowerCase()) || isPicturePolicy(field, value))
        ? res.set(field, value)
        : append(field, value);
    fixedHeaders(req, res, next);
  };
}

function isPicturePolicy(field: string, value: unknown): boolean {
  return field.toLowerCase() === "content-security-policy" && value === PICTURE_POLICY;
}

function contentSecurityPolicy(https: boolean, dev: boolean): (nonce: string) => string {
  const rest = [
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
  return (nonce) => `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; ${rest}`;
}

/** The id of this request, for log lines and for people to quote; "-" before `securityHeaders` has run. */
export function requestIdOf(res: Response): string {
  const requestId: unknown = res.locals.requestId;
  return typeof requestId === "string" ? requestId : "-";
}

/** The script nonce of this response. Pass it to the document through the load context, never through a loader. */
export function cspNonceOf(res: Response): string {
  const nonce: unknown = res.locals.cspNonce;
  if (typeof nonce !== "string") throw new Error("securityHeaders must run before the nonce is read");
  return nonce;
}
