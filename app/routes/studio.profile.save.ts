import type { ActionFunctionArgs } from "@remix-run/node";
import { answerForm } from "#app/domain/profiles/edit/answer-form.server.ts";
import { requireTechnician } from "#app/platform/require-viewer.server.ts";

/** For the script that saves a section while somebody types: what became of it, as JSON. The forms themselves need no script. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const { answer, status } = await answerForm(viewer, request);
  return Response.json(answer, { status });
}
