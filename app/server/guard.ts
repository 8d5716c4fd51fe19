import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { refuse } from "#app/server/refuse.ts";
import type { Refusal } from "#app/server/refuse.ts";
import { LONGEST_TARGET, readTarget } from "#app/server/request-path.ts";

export interface GuardSettings {
  /** Scheme, host and port that people type. The one origin a form may come from. */
  origin: string;
  /** Values of the Host header that are answered, lower case, with port where it is not the default one. */
  allowedHosts: readonly string[];
  /** Proxies in front of this process that may set X-Forwarded-For; the same number as Express's "trust proxy". */
  trustProxy: number;
}

const METHODS = ["GET", "HEAD", "POST"];
const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];
/** Headers by which a sender could make us, or a library, believe in another address, host, path or method. */
const SPOOFABLE_HEADERS = [
  "forwarded",
  "x-http-method",
  "x-http-method-override",
  "x-method-override",
  "x-original-url",
  "x-real-ip",
  "x-rewrite-url",
];

const MALFORMED: Refusal = {
  status: 400,
  title: "This address can't be read",
  text: "The address of the page is damaged or incomplete. Please check it, or start again from the home page.",
};
const TOO_LONG: Refusal = {
  status: 414,
  title: "This address is too long",
  text: "Please choose fewer filters or shorten the search text.",
};
const WRONG_HOST: Refusal = {
  status: 421,
  title: "Wrong address",
  text: "This server does not answer to the host name that was asked for.",
};
const NO_SUCH_METHOD: Refusal = {
  status: 405,
  title: "That can't be done here",
  text: "This server answers to reading a page and to sending a form, nothing else.",
  headers: { Allow: METHODS.join(", ") },
};
const FOREIGN_FORM: Refusal = {
  status: 403,
  title: "This form was not sent from Hairline",
  text: "Nothing was changed. Please open the page on this site again and send the form from there.",
};
const NOT_A_FORM: Refusal = {
  status: 415,
  title: "Only forms can be sent here",
  text: "Nothing was changed. The request did not carry form data.",
};
const NOT_FOUND: Refusal = {
  status: 404,
  title: "Page not found",
  text: "There is nothing at this address.",
};

/**
 * Stands before static files and Remix and lets through only requests that have one honest reading: known host, well
 * formed address, expected method, and for a post proof that it came from our own page. Everything here protects
 * every action at once, resource routes and single fetch included, where Remix's own check has holes.
 * Runs after `securityHeaders`, so that its refusals carry the headers and the request id.
 */
export function guard(settings: GuardSettings): RequestHandler {
  const allowedHosts = new Set(settings.allowedHosts.map((host) => host.toLowerCase()));
  const scheme = new URL(settings.origin).protocol;
  return (req, res, next) => {
    dropSpoofableHeaders(req.headers, settings.trustProxy, scheme);
    const host = onlyHost(req)?.toLowerCase();
    const refusal =
      refuseHost(host, allowedHosts) ??
      refuseTarget(req.originalUrl) ??
      (METHODS.includes(req.method) ? undefined : NO_SUCH_METHOD) ??
      (req.method === "POST" ? refusePost(req.headers, settings.origin, `${scheme}//${host}`) : undefined);
    if (refusal) refuse(res, refusal);
    else next();
  };
}

/**
 * The host always comes from the Host header and the scheme from the settings. Only the client's address needs the
 * proxy: X-Forwarded-For stays when proxies are trusted, and Express counts its hops from the right.
 */
function dropSpoofableHeaders(headers: IncomingHttpHeaders, trustProxy: number, scheme: string): void {
  for (const name of Object.keys(headers)) {
    const kept = trustProxy > 0 && name === "x-forwarded-for";
    if (!kept && (name.startsWith("x-forwarded-") || SPOOFABLE_HEADERS.includes(name)))
      Reflect.deleteProperty(headers, name);
  }
  // Express would take the first of several values, which is the sender's own.
  if (trustProxy > 0) headers["x-forwarded-proto"] = scheme.slice(0, -1);
}

/** Node keeps the first of several Host headers and drops the rest without a word; proxies may keep another one. */
function onlyHost(req: IncomingMessage): string | undefined {
  const hosts = req.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === "host");
  return hosts.length === 1 ? req.headers.host : undefined;
}

function refuseHost(host: string | undefined, allowedHosts: Set<string>): Refusal | undefined {
  if (host === undefined) return MALFORMED;
  return allowedHosts.has(host) ? undefined : WRONG_HOST;
}

function refuseTarget(originalUrl: string): Refusal | undefined {
  if (originalUrl.length > LONGEST_TARGET) return TOO_LONG;
  const target = readTarget(originalUrl);
  // `_data` is Remix's older data channel, which skips its origin check; pages here use single fetch only.
  if (!target || target.query.has("_data")) return MALFORMED;
  // Route discovery is off; should a later version of Remix switch it on, its slow handler stays out of reach.
  return target.path === "/__manifest" ? NOT_FOUND : undefined;
}

/**
 * Sec-Fetch-Site cannot be set by a page, so `same-origin` is proof; without it (older browsers, plain http in a local
 * network) the Origin must be ours. With it, `Origin: null` is honest: pages with a no-referrer policy send that.
 * An Origin that Remix would misjudge in its own comparison is removed once it has been judged here.
 */
function refusePost(headers: IncomingHttpHeaders, configured: string, addressed: string): Refusal | undefined {
  const site = headers["sec-fetch-site"];
  const origin = headers.origin;
  const ours = origin === configured || origin === addressed;
  if (site === undefined ? origin !== configured : site !== "same-origin") return FOREIGN_FORM;
  if (origin !== undefined && origin !== "null" && !ours) return FOREIGN_FORM;
  const mediaType = headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType === undefined || !FORM_TYPES.includes(mediaType)) return NOT_A_FORM;
  if (origin !== addressed) delete headers.origin;
  return undefined;
}
