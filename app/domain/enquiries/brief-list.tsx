import type { Brief } from "#app/domain/enquiries/enquiry.ts";
import { CONCERNS, SKIN_TYPE_LABELS } from "#app/domain/technicians/vocabulary.ts";
import { formatMoney } from "#app/ui/format.ts";

type BriefLine = { label: string; words: string[] };

const SCALES = { norwood: "Norwood", ludwig: "Ludwig" } as const;
const skinTypes = new Map<number, string>(Object.entries(SKIN_TYPE_LABELS).map(([key, words]) => [Number(key), words]));

/** A brief as a list to read; what the client left out is left out. Their own words stay as they wrote them. */
function describeBrief(brief: Brief): BriefLine[] {
  const { concern, scale, scaleBand, skinType, scars, hairlineStyle, wishes, preferredDates, questions } = brief;
  const lines: [string, (string | null | undefined)[]][] = [
    ["Concern", [concern && CONCERNS[concern]]],
    ["Scale", [scale === "none" || scaleBand === null ? null : `${SCALES[scale]} ${scaleBand}`]],
    ["Skin type", [skinType === null ? null : skinTypes.get(skinType)]],
    ["Scars", [scars]],
    ["Hairline", [hairlineStyle]],
    ["What they want", [wishes]],
    ["Budget", [budgetWords(brief)]],
    ["Dates", [preferredDates]],
    ["Questions", questions],
  ];
  return lines.flatMap(([label, all]) => {
    const words = all.filter((word): word is string => typeof word === "string" && word !== "");
    return words.length === 0 ? [] : [{ label, words }];
  });
}

function budgetWords({ budgetFrom, budgetTo, currency }: Brief): string | null {
  if (currency === null) return null;
  const from = budgetFrom === null ? null : formatMoney(budgetFrom, currency);
  const to = budgetTo === null ? null : formatMoney(budgetTo, currency);
  if (from !== null && to !== null) return from === to ? from : `${from} to ${to}`;
  if (to !== null) return `up to ${to}`;
  return from === null ? null : `from ${from}`;
}

/** What a client wants, as they wrote it. */
export function BriefList({ brief }: { brief: Brief }) {
  return (
    <dl className="brief">
      {describeBrief(brief).map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          {words.map((word) => (
            <dd key={word} className="words">
              {word}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
