import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import { priceRangeWords } from "#app/domain/profiles/price-range.ts";
import type { Profile, ProfileEvidence, ProfilePremises } from "#app/domain/profiles/profile.ts";
import { shownMean } from "#app/domain/reviews/rating.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { FEATURES } from "#app/domain/technicians/vocabulary.ts";
import type { JsonLd } from "#app/platform/json-ld.ts";

/*
 * A profile in the words of schema.org: a business, the person who works there with their current checked credentials,
 * and where the page stands on the site. Nothing that the page does not show, and no rating without reviews.
 */

/** Of the papers about hygiene, those that somebody earned; a declaration or a waste contract is no credential. */
const EARNED_PAPERS: readonly string[] = [
  HYGIENE_KINDS.bloodborne_pathogen_certificate,
  HYGIENE_KINDS.infection_control_award,
];

const CATEGORIES = { authorization: "licence", hygiene: "certificate", training: "certificate" } as const;

export function profileJsonLd(profile: Profile, origin: string): JsonLd {
  const url = `${origin}${technicianPath(profile.slug)}`;
  const isUnclaimed = profile.status === "unclaimed";
  return {
    "@context": "https://schema.org",
    "@graph": [
      business(profile, url, origin),
      ...(isUnclaimed ? [] : [person(profile, url)]),
      breadcrumbs(profile.name, url, origin),
    ],
  };
}

function business(profile: Profile, url: string, origin: string): JsonLd {
  const [main] = profile.premises;
  const { rating, status } = profile;
  const isClaimed = status === "published";
  const credentials = isClaimed ? credentialsOf(profile, "premises") : [];
  return {
    "@type": "HealthAndBeautyBusiness",
    "@id": `${url}#business`,
    name: main?.name ?? profile.name,
    url,
    image: `${origin}/og-image.png`,
    address: main && addressOf(main),
    geo: main && { "@type": "GeoCoordinates", latitude: main.lat, longitude: main.lng },
    priceRange: isClaimed ? (priceRangeWords(profile.priceBands) ?? undefined) : undefined,
    amenityFeature:
      main && main.features.length > 0
        ? main.features.map((feature) => ({
            "@type": "LocationFeatureSpecification",
            name: FEATURES[feature],
            value: true,
          }))
        : undefined,
    hasCredential: credentials.length > 0 ? credentials : undefined,
    aggregateRating:
      rating.count > 0 && rating.mean !== null
        ? {
            "@type": "AggregateRating",
            ratingValue: shownMean(rating.mean),
            reviewCount: rating.count,
            bestRating: 5,
            worstRating: 1,
          }
        : undefined,
  };
}

function addressOf(premises: ProfilePremises): JsonLd {
  return {
    "@type": "PostalAddress",
    streetAddress: premises.address || undefined,
    addressLocality: premises.city,
    addressRegion: premises.region ?? undefined,
    postalCode: premises.postcode ?? undefined,
    addressCountry: premises.countryCode,
  };
}

function person(profile: Profile, url: string): JsonLd {
  const credentials = credentialsOf(profile, "person");
  return {
    "@type": "Person",
    "@id": `${url}#technician`,
    name: profile.name,
    url,
    jobTitle: "Scalp micropigmentation technician",
    worksFor: { "@id": `${url}#business` },
    knowsLanguage: profile.languages.length > 0 ? profile.languages : undefined,
    hasCredential: credentials.length > 0 ? credentials : undefined,
  };
}

/** Current checked facts that somebody issued, told of whoever holds them. */
function credentialsOf(profile: Profile, holder: "person" | "premises"): JsonLd[] {
  return profile.evidence
    .filter((fact) => fact.status === "verified" && !fact.isNotRequired)
    .filter((fact) => isCredential(fact, profile))
    .filter((fact) => (isHeldByPremises(fact) ? "premises" : "person") === holder)
    .map(credential);
}

function isCredential(fact: ProfileEvidence, { states }: Profile): boolean {
  if (fact.kind === "authorization" || fact.kind === "training") return true;
  // While the latest inspection says closed, no paper about hygiene counts.
  return fact.kind === "hygiene" && EARNED_PAPERS.includes(fact.title) && states.sterile === "checked";
}

function isHeldByPremises(fact: ProfileEvidence): boolean {
  return detail(fact, "Held by")?.startsWith("the premises") ?? false;
}

function credential(fact: ProfileEvidence): JsonLd {
  const issuer = detail(fact, "Authority") ?? detail(fact, "Provider");
  return {
    "@type": "EducationalOccupationalCredential",
    name: fact.title,
    credentialCategory: fact.kind === "association" ? undefined : CATEGORIES[fact.kind],
    recognizedBy: issuer === undefined ? undefined : { "@type": "Organization", name: issuer },
    expires: fact.expiresOn ?? undefined,
  };
}

/** A further fact under the label that the page gives it. */
function detail({ details }: ProfileEvidence, label: string): string | undefined {
  return details.find((item) => item.label === label)?.value;
}

function breadcrumbs(name: string, url: string, origin: string): JsonLd {
  const trail = [
    { name: "Hairline", item: `${origin}/` },
    { name: "Find a technician", item: `${origin}/technicians` },
    { name, item: url },
  ];
  return {
    "@type": "BreadcrumbList",
    itemListElement: trail.map((step, at) => ({ "@type": "ListItem", position: at + 1, ...step })),
  };
}
