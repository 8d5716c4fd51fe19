import { data } from "@remix-run/node";
import { saveForm } from "#app/domain/profiles/edit/save-form.server.ts";
import type { SaveAnswer } from "#app/domain/profiles/edit/section.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";

const TOO_MANY = { form: ["That was a lot of changes for one hour. Nothing was lost: save it again a little later."] };

/** What became of a form of the profile page, with the status to answer. Throws the answer where there is none to show. */
export async function answerForm(
  keeper: Keeper,
  request: Request,
): Promise<{ form: URLSearchParams; answer: SaveAnswer; status: 200 | 400 | 409 | 429 }> {
  const read = await readForm(request);
  if (!read.ok) throw data(null, { status: read.reason });
  const form = read.value;
  const turn = await takeTurn("profile", keeper.userId);
  if (!turn.allowed) return { form, answer: { kind: "errors", errors: TOO_MANY }, status: 429 };
  const saved = await saveForm(keeper, form, new Date());
  if (!saved.ok) {
    if (saved.reason === "not_found") throw notFound();
    throw data(null, { status: 400 });
  }
  const status = { saved: 200, errors: 400, conflict: 409 } as const;
  return { form, answer: saved.value, status: status[saved.value.kind] };
}
