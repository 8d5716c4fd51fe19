import { isbot } from "isbot";

/**
 * Whether what asks is a person's browser that will show the answer: no HEAD, nothing fetched in advance, no obvious
 * robot. Read from the request alone, of which nothing is kept.
 */
export function isByAPerson({ method, headers }: Pick<Request, "method" | "headers">): boolean {
  if (method === "HEAD") return false;
  const purpose = headers.get("Sec-Purpose") ?? headers.get("Purpose") ?? headers.get("X-Moz") ?? "";
  if (/prefetch|prerender|preview/iu.test(purpose)) return false;
  const agent = headers.get("User-Agent") ?? "";
  // A browser says what it is.
  return agent !== "" && !isbot(agent);
}

/**
 * Whether the answer is a page that is opened now. What a page that is open already asks for once more (its data after a
 * press, another filter of its reviews) comes from a script of the same page and is no further view.
 */
export function isOpening({ headers, url }: Pick<Request, "headers" | "url">): boolean {
  const goal = headers.get("Sec-Fetch-Dest");
  if (goal === "document") return true;
  if (goal === null && (headers.get("Accept") ?? "").includes("text/html")) return true;
  const from = headers.get("Referer") ?? "";
  return URL.canParse(from) && new URL(from).pathname !== new URL(url).pathname;
}
