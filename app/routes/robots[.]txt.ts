import { env } from "#app/platform/env.server.ts";

/** What crawlers may fetch: everything but lists that are somebody's own and answers while typing. */
export function loader(): Response {
  const lines = [
    "User-agent: *",
    "Allow: /",
    "Disallow: /suggest/",
    "Disallow: /shortlist",
    "Disallow: /compare",
    "",
    `Sitemap: ${env().ORIGIN}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "Cache-Control": "public, max-age=3600", "Content-Type": "text/plain; charset=utf-8" },
  });
}
