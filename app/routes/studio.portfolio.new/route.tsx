import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { MOST_CASES } from "#app/domain/portfolio/case-bounds.ts";
import { CaseForm } from "#app/domain/portfolio/case-form.tsx";
import { caseSchema, judgeCase } from "#app/domain/portfolio/case-schema.ts";
import portfolioStyles from "#app/domain/portfolio/portfolio.css?url";
import { createCase } from "#app/domain/portfolio/save-case.server.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import styles from "#app/domain/technicians/studio.css?url";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";

export const meta: MetaFunction = () => [{ title: "Add a case | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: portfolioStyles },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTechnician(request);
  return {};
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(caseSchema, form.value);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const now = new Date();
  const problems = judgeCase(fields.value, now);
  if (Object.keys(problems).length > 0) return data(withErrors(form.value, caseSchema, problems), { status: 400 });
  const created = await createCase(viewer, fields.value, now);
  if (created.ok) return redirect(`/studio/portfolio/${created.value.id}?done=created`, 303);
  if (created.reason === "not_found") throw notFound();
  const words = `A portfolio has room for ${MOST_CASES} cases. Withdraw one first.`;
  return data(withErrors(form.value, caseSchema, { form: words }), { status: 409 });
}

export default function NewCaseRoute() {
  const reply = useActionData<typeof action>() ?? null;
  return (
    <StudioFrame
      current="portfolio"
      title="Add a case"
      lead="First what was done. Pictures and the client’s consent come next; nothing is public before both and a check."
    >
      {reply ? <FormErrors errors={reply.errors} /> : null}
      <CaseForm of={null} reply={reply} label="Save and add pictures" />
      <p>
        <a href="/studio/portfolio">Back to your portfolio</a>
      </p>
    </StudioFrame>
  );
}
