import { addressOf } from "#app/platform/client-address.ts";
import { knownDevice } from "#app/platform/device-cookie.server.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";

/** Who sent a request, as far as that is known before anybody signed in. */
export type Sender = {
  /** Keyed hash of the network address: what limits count by, and what a session keeps. */
  addressHash: string;
  userAgent: string | null;
  /** The Cookie header: the session that a sign-in takes the place of. */
  cookies: string | null;
  /** The browser's name when it signed in to this account before, otherwise null. */
  knownDevice: (userId: string) => string | null;
};

export function senderOf(request: Request): Sender {
  return {
    addressHash: keyedHash("address", addressOf(request)),
    userAgent: request.headers.get("User-Agent"),
    cookies: request.headers.get("Cookie"),
    knownDevice: (userId) => knownDevice(request, userId),
  };
}
