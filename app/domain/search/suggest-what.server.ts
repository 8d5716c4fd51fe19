import { listCards } from "#app/domain/profiles/list-cards.server.ts";
import { engineOrDatabase } from "#app/domain/search/engine-or-database.server.ts";
import { suggestNames } from "#app/domain/search/suggest-names.server.ts";
import { liveIndex } from "#app/domain/search/technicians-index.server.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { searchClient } from "#app/platform/meilisearch.server.ts";

export type Suggestion = { value: string; label: string; hint?: string; href?: string };

const MOST_WORDS = 5;
const MOST_TECHNICIANS = 4;

/** Treatments and concerns with a word that starts as typed; the part before is kept when the last word is being typed. */
function suggestWords(text: string): Suggestion[] {
  const typed = text.toLowerCase();
  const words = [
    ...Object.values(TREATMENTS).map((label) => ({ label, hint: "Treatment" })),
    ...Object.values(CONCERNS).map((label) => ({ label, hint: "Concern" })),
  ];
  return words
    .filter(({ label }) => ` ${label.toLowerCase()}`.includes(` ${typed}`))
    .slice(0, MOST_WORDS)
    .map(({ label, hint }) => ({ value: label, label, hint }));
}

/** Suggestions for what to look for: words of the trade, then technicians and studios by name, straight to their page. */
export async function suggestWhat(text: string): Promise<Suggestion[]> {
  if (text.length < 2) return [];
  const { answer: ids } = await engineOrDatabase({
    engine: (signal) => findNames(text, signal),
    database: () => suggestNames(text, MOST_TECHNICIANS),
  });
  const cards = await listCards(ids);
  const technicians = [...cards.values()].map(({ slug, name, studio, city }) => ({
    value: name,
    label: name,
    hint: [studio === name ? "" : studio, city].filter(Boolean).join(", "),
    href: technicianPath(slug),
  }));
  return [...suggestWords(text), ...technicians];
}

async function findNames(text: string, signal: AbortSignal): Promise<string[]> {
  const { hits } = await searchClient()
    .index<{ id: string }>(liveIndex())
    .search(
      text,
      {
        limit: MOST_TECHNICIANS,
        attributesToSearchOn: ["name", "studios"],
        attributesToRetrieve: ["id"],
        matchingStrategy: "all",
      },
      { signal },
    );
  return hits.map(({ id }) => id);
}
