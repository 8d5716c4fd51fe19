/** Set by the server on every request, over whatever the sender put there. */
export const ADDRESS_HEADER = "x-hairline-address";

/**
 * What the sender of a request is counted under: their network address, of IPv6 its first half (`clientKey`). Only for
 * counting and, as a keyed hash, for signals; never shown, logged or stored as it is.
 */
export function addressOf(request: Request): string {
  return request.headers.get(ADDRESS_HEADER) ?? "unknown";
}
