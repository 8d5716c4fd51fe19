import { SLUG } from "../support/seed-site.ts";
import type { Seeded } from "../support/seed-site.ts";

/** Who asks. Somebody suspended must be answered like nobody. */
export const PEOPLE = ["anonymous", "client", "technician", "moderator", "suspended"] as const;
export type Person = (typeof PEOPLE)[number];

/** The status that each person is answered with. */
export type Answers = Record<Person, number>;

export type RouteRow = {
  /** An address of this route at which the seed has something to read. */
  path: (seeded: Seeded) => string;
  params: (seeded: Seeded) => Record<string, string>;
  hasLoader: boolean;
  hasAction: boolean;
  /** GET and HEAD of the address. */
  read: Answers;
  /** The address with `.data`, alone and narrowed to this route. */
  data: Answers;
  /** A post from our own page to the address and to `.data`. Where there is no action: 405. */
  send: Answers;
};

const everybody = (status: number): Answers => ({
  anonymous: status,
  client: status,
  technician: status,
  moderator: status,
  suspended: status,
});

/** A page or resource that everybody may read and nobody can write to. */
const publicReading = (
  path: RouteRow["path"],
  { params = () => ({}), hasLoader = true }: Partial<Pick<RouteRow, "params" | "hasLoader">> = {},
): RouteRow => ({
  path,
  params,
  hasLoader,
  hasAction: false,
  read: everybody(200),
  data: everybody(200),
  send: everybody(405),
});

const slug = () => ({ slug: SLUG });

/** Every route but root, by Remix's id. A new route has to be entered here before the tests pass. */
export const ROUTES: Record<string, RouteRow> = {
  "routes/_index": publicReading(() => "/"),
  "routes/technicians._index": publicReading(() => "/technicians?near=Leeds&treatment=full_shaved_look"),
  "routes/technicians.$slug._index": publicReading(() => `/technicians/${SLUG}`, { params: slug }),
  "routes/technicians.$slug.reviews._index": publicReading(() => `/technicians/${SLUG}/reviews`, { params: slug }),
  "routes/suggest.what": publicReading(() => "/suggest/what?q=ada"),
  "routes/suggest.where": publicReading(() => "/suggest/where?q=leeds"),
  "routes/media.$key.$file": publicReading(({ photoKey }) => `/media/${photoKey}/640.webp`, {
    params: ({ photoKey }) => ({ key: photoKey, file: "640.webp" }),
  }),
  "routes/policies.ranking": publicReading(() => "/policies/ranking", { hasLoader: false }),
  "routes/$": {
    ...publicReading(() => "/no/such/page", { params: () => ({ "*": "no/such/page" }) }),
    read: everybody(404),
    data: everybody(404),
  },
};

/** `/technicians?q=a` as `/technicians.data?q=a`, and `/` as Remix spells it. */
export function dataAddress(address: string): string {
  const [path = "", query] = address.split("?");
  return `${path === "/" ? "/_root" : path}.data${query === undefined ? "" : `?${query}`}`;
}

export function withQuery(address: string, name: string, value: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
}
