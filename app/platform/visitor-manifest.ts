/*
 * Remix has every page load the list of all routes. Most of them are of the account, the studio and moderation, which a
 * visitor's page never goes to without a new document: links are plain ones, and the few pages that go on by script lead
 * to other pages for visitors. So there is a second, shorter list for these.
 */

/** Pages that anybody reads, and nothing else: a route that is not named here gets the whole list, which works too. */
const VISITOR_ROUTE =
  /^(root|routes\/(\$|_index|compare|shortlist|transparency|privacy|terms|guides\.?.*|policies\..+|technicians\._index|technicians\.\$slug\._index|technicians\.\$slug\.reviews\._index))$/;

/** Whether a route, by Remix's id, is a page of the shorter list. */
export function isVisitorRoute(id: string): boolean {
  return VISITOR_ROUTE.test(id);
}

/** Where the shorter list stands, from the address of the whole one. */
export function visitorManifestUrl(url: string): string {
  return url.replace(/manifest-([^/]+\.js)$/, "visitors-manifest-$1");
}
