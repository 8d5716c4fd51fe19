/* What the heads of pages say, with their facts for programs in the words of schema.org. */
export const HEAD = "content href name property rel tagName title";

const WITH_FACTS = "content href name property rel script:ld+json tagName title";
const FACTS = "head[].script:ld+json";

export const SEARCH_HEAD: Record<string, string> = {
  "head[]": WITH_FACTS,
  [FACTS]: "@context @type itemListElement",
  [`${FACTS}.itemListElement[]`]: "@type name position url",
};

export const PROFILE_HEAD: Record<string, string> = {
  "head[]": WITH_FACTS,
  [FACTS]: "@context @graph",
  [`${FACTS}.@graph[]`]:
    "@id @type address aggregateRating amenityFeature geo hasCredential image itemListElement jobTitle knowsLanguage name priceRange url worksFor",
  [`${FACTS}.@graph[].address`]: "@type addressCountry addressLocality addressRegion postalCode streetAddress",
  [`${FACTS}.@graph[].aggregateRating`]: "@type bestRating ratingValue reviewCount worstRating",
  [`${FACTS}.@graph[].amenityFeature[]`]: "@type name value",
  [`${FACTS}.@graph[].geo`]: "@type latitude longitude",
  [`${FACTS}.@graph[].hasCredential[]`]: "@type credentialCategory expires name recognizedBy",
  [`${FACTS}.@graph[].hasCredential[].recognizedBy`]: "@type name",
  [`${FACTS}.@graph[].itemListElement[]`]: "@type item name position",
  [`${FACTS}.@graph[].worksFor`]: "@id",
};
