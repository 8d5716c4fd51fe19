/** What Remix hands to a route's `headers`, as far as it is looked at here. */
type Given = { actionHeaders: Headers };

/** The `headers` of a route whose action may say how long to wait; Remix leaves them out of a page otherwise. */
export function formHeaders({ actionHeaders }: Given): Headers {
  const headers = new Headers();
  const wait = actionHeaders.get("Retry-After");
  if (wait !== null) headers.set("Retry-After", wait);
  return headers;
}

/**
 * The same for a page whose address ends in a secret: no other address, ours included, is told where a reader came from
 * . Without any referrer browsers would not say either that a form comes from here.
 */
export function secretPageHeaders(given: Given): Headers {
  const headers = formHeaders(given);
  headers.set("Referrer-Policy", "strict-origin");
  return headers;
}
