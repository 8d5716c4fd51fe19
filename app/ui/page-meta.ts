export type PageHead = {
  /** As the tab shows it: "How ranking works | Hairline". */
  title: string;
  description: string;
  /** The address that stands for this page, with as much of its query as matters: "/technicians?page=2". */
  path: string;
  type?: "website" | "profile";
  /** False for pages that nobody should find by a search engine, such as a search without results. */
  isIndexed?: boolean;
  /** The same facts as the page shows, for programs. Remix escapes it; it is no script that runs. */
  jsonLd?: object | undefined;
};

/** One line of a head, as Remix takes it and as a loader can send it. */
export type MetaLine =
  | { title: string }
  | { name: string; content: string }
  | { property: string; content: string }
  | { tagName: "link"; rel: string; href: string }
  | { "script:ld+json": object };

type Match = { id: string; data: unknown };

/** Scheme and host of this site as the root loader tells them; "" when the root loader failed. */
export function originOf(matches: readonly Match[]): string {
  const root = matches.find(({ id }) => id === "root")?.data;
  return typeof root === "object" && root !== null && "origin" in root && typeof root.origin === "string"
    ? root.origin
    : "";
}

/**
 * The head of a page: title, description, the one address it is known by, and what a shared link shows of it. Pages
 * whose loader knows the words make it there: with the page's data it costs less than with the page's code.
 */
export function pageMeta(
  origin: string,
  { title, description, path, type = "website", isIndexed = true, jsonLd }: PageHead,
): MetaLine[] {
  const url = `${origin}${path}`;
  const graph = {
    title: title.replace(/ \| Hairline$/, ""),
    description,
    url,
    type,
    site_name: "Hairline",
    locale: "en_GB",
    image: `${origin}/og-image.png`,
    "image:width": "1200",
    "image:height": "630",
    "image:alt": "Hairline: SMP technicians you can check",
  };
  return [
    { title },
    { name: "description", content: description },
    // A page that is not to be found stands for no other either.
    isIndexed ? { tagName: "link" as const, rel: "canonical", href: url } : { name: "robots", content: "noindex" },
    ...Object.entries(graph).map(([name, content]) => ({ property: `og:${name}`, content })),
    { name: "twitter:card", content: "summary_large_image" },
    ...(jsonLd ? [{ "script:ld+json": jsonLd }] : []),
  ];
}
