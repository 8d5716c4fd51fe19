import { isKeyedHash, keyedHash } from "#app/platform/secret-box.server.ts";

const ID_LENGTH = 36;
const TOKEN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[\w-]{43}$/;
const speltOut = (requestId: string) => `consent to the pictures of ${requestId}`;

/** Where the person in the pictures answers, and takes back a yes later; whoever has the link needs no account. */
export function consentPath(requestId: string): string {
  return `/consents/${requestId}${keyedHash("link", speltOut(requestId))}`;
}

/** The id of the request that a link is for; null for a link that is not ours. */
export function readConsentToken(token: string): string | null {
  if (!TOKEN.test(token)) return null;
  const requestId = token.slice(0, ID_LENGTH);
  return isKeyedHash("link", speltOut(requestId), token.slice(ID_LENGTH)) ? requestId : null;
}
