import { ComparisonSlider } from "#app/domain/media/comparison-slider.tsx";
import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { resultAge, scaleLabel } from "#app/domain/portfolio/portfolio-case.ts";
import type { CasePhoto, PublicCase } from "#app/domain/portfolio/portfolio-case.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { formatDay, plural } from "#app/ui/format.ts";

/** Stands in the caption of every picture that is not a photo. */
const SAMPLE = "Sample illustration";

const SIZES = "(min-width: 60rem) 34rem, 92vw";

/** One case: before against the oldest result, the pictures in between, what it was and what is declared about it. */
export function CaseCard({ portfolioCase }: { portfolioCase: PublicCase }) {
  const { photos, isSample } = portfolioCase;
  const before = photos.find((photo) => photo.stage === "before");
  const results = photos.filter((photo) => photo.stage !== "before");
  const oldest = results.at(-1);
  const isCompared = before !== undefined && oldest !== undefined;
  const others = photos.filter((photo) => !isCompared || (photo !== before && photo !== oldest));
  return (
    <article className="case card stack">
      <h4>{portfolioCase.title}</h4>
      {isCompared ? (
        <ComparisonSlider before={toSide(before, isSample)} after={toSide(oldest, isSample)} sizes={SIZES} />
      ) : null}
      {others.length === 0 ? null : (
        <ul className="case-photos">
          {others.map((photo) => (
            <li key={`${photo.stage} ${photo.key}`}>
              <figure>
                <PhotoPicture photo={photo} alt={photo.alt} sizes="(min-width: 60rem) 16rem, 45vw" />
                <figcaption className="small muted">{photoCaption(photo, isSample)}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      )}
      <dl className="facts">
        {caseFacts(portfolioCase).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function toSide(photo: CasePhoto, isSample: boolean) {
  // Laid over the picture: no more than its age.
  return { photo, alt: photo.alt, caption: photoCaption({ ...photo, caption: null }, isSample) };
}

/** "Healed, 45 days. Sample illustration", with the technician's own words between where there is room for them. */
export function photoCaption(
  photo: Pick<CasePhoto, "stage" | "daysSinceLastSession" | "caption">,
  isSample: boolean,
): string {
  const age = photo.daysSinceLastSession === null ? "" : `, ${resultAge(photo.daysSinceLastSession)}`;
  const words = (photo.caption ?? "").replaceAll(SAMPLE, "").replace(/[.\s]+$/, "");
  return [`${STAGE_LABELS[photo.stage]}${age}`, words, isSample ? SAMPLE : ""].filter(Boolean).join(". ");
}

function caseFacts(item: PublicCase): [label: string, value: string][] {
  const scale = scaleLabel(item.scale, item.scaleBand);
  return [
    ["Treatment", TREATMENTS[item.treatment]],
    ["Concern", scale === null ? CONCERNS[item.concern] : `${CONCERNS[item.concern]}, ${scale}`],
    ["Skin type", item.skinType === null ? "None provided" : `${item.skinType} (Fitzpatrick)`],
    ["Sessions", item.sessions === null ? "None provided" : plural(item.sessions, "session")],
    ["Declared", declarations(item)],
    ["Checked", item.checkedOn === null ? "Not yet" : `${formatDay(item.checkedOn)}, by a moderator`],
  ];
}

/** What the technician declares about the pictures, and what they don't: silence is not a yes. */
function declarations(item: PublicCase): string {
  return [
    item.isSameLight ? "Same light" : "Same light not declared",
    item.isSameAngle ? "same angle" : "same angle not declared",
    item.isUnedited ? "unedited" : "unedited not declared",
  ].join(", ");
}
