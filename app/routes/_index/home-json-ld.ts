/** The site and who runs it in the words of schema.org, with the address of its search. */
export function homeJsonLd(origin: string) {
  const url = `${origin}/`;
  const organization = { "@id": `${url}#organization` };
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "WebSite",
        "@id": `${url}#website`,
        name: "Hairline",
        url,
        publisher: organization,
        potentialAction: {
          "@type": "SearchAction",
          target: { "@type": "EntryPoint", urlTemplate: `${origin}/technicians?q={search_term_string}` },
          "query-input": "required name=search_term_string",
        },
      },
      { "@type": "Organization", ...organization, name: "Hairline", url, logo: `${origin}/apple-touch-icon.png` },
    ],
  };
}
