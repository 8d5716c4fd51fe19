import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { coverFields, toCover } from "#app/domain/media/cover-choice.ts";
import coverStyles from "#app/domain/media/cover-form.css?url";
import { CoverForm } from "#app/domain/media/cover-form.tsx";
import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import { CASE_PHOTO_PROBLEMS } from "#app/domain/portfolio/case-bounds.ts";
import { findOwnCasePhoto } from "#app/domain/portfolio/find-own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { coverCasePhoto, rotateCasePhoto } from "#app/domain/portfolio/replace-case-photo.server.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import styles from "#app/domain/technicians/studio.css?url";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const meta: MetaFunction = () => [
  { title: "Turn, crop or cover a picture | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: coverStyles },
];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireTechnician(request);
  const { id = "", photoId = "" } = params;
  const photo = await findOwnCasePhoto(viewer, id, photoId);
  if (!photo) throw notFound();
  return { photo, caseId: id, isDone: new URL(request.url).searchParams.has("done") };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const { id = "", photoId = "" } = params;
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  if (!(await findOwnCasePhoto(viewer, id, photoId))) throw notFound();
  const refused = (words: string, status: number) =>
    data(withErrors(form.value, coverFields, { form: words }), { status });
  const work = readWork(form.value);
  if (!work.ok) return data(work.reply, { status: 400 });
  const turn = await takeTurn("portfolio_picture", viewer.userId);
  if (!turn.allowed) return refused(CASE_PHOTO_PROBLEMS.too_often, 429);
  const outcome = await work.carryOut(viewer, photoId, new Date());
  if (outcome.ok) return redirect(`/studio/portfolio/${id}/photos/${outcome.value.photoId}?done=`, 303);
  if (outcome.reason === "not_found") throw notFound();
  return refused(CASE_PHOTO_PROBLEMS[outcome.reason], 409);
}

const TURNS = { left: 3, right: 1 } as const;

/** What the form asks for: a quarter turn, or parts that are covered and cut off. */
function readWork(form: URLSearchParams) {
  const turn = form.get("turn");
  if (turn === "left" || turn === "right") {
    const carryOut = (keeper: PortfolioKeeper, photoId: string, now: Date) =>
      rotateCasePhoto(keeper, photoId, TURNS[turn], now);
    return { ok: true as const, carryOut };
  }
  const fields = readFields(coverFields, form, ["hide"]);
  if (!fields.ok) return { ok: false as const, reply: fields.reason };
  const cover = toCover(fields.value);
  if (cover === null) {
    const words = "Nothing is marked yet: press the parts of the picture that should be hidden, or choose an edge.";
    return { ok: false as const, reply: withErrors(form, coverFields, { form: words }) };
  }
  const carryOut = (keeper: PortfolioKeeper, photoId: string, now: Date) => coverCasePhoto(keeper, photoId, cover, now);
  return { ok: true as const, carryOut };
}

export default function CasePhotoRoute() {
  const { photo, caseId, isDone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? null;
  const backTo = `/studio/portfolio/${caseId}`;
  return (
    <StudioFrame current="portfolio" title="Turn, crop or cover a picture" lead={<a href={backTo}>Back to the case</a>}>
      {isDone && reply === null ? (
        <Notice isNews>Done. The picture as it was is deleted; this one needs the yes of the person in it.</Notice>
      ) : null}
      {photo.isChangeable ? (
        <>
          <section className="stack" aria-labelledby="turn">
            <h2 id="turn">Turn it</h2>
            <form method="post" className="row">
              <Button look="quiet" name="turn" value="left">
                A quarter to the left
              </Button>
              <Button look="quiet" name="turn" value="right">
                A quarter to the right
              </Button>
            </form>
          </section>
          <section className="stack" aria-labelledby="parts">
            <h2 id="parts">Crop or cover it</h2>
            <CoverForm key={photo.key} photo={photo} alt="This picture" reply={reply} backTo={backTo} />
          </section>
        </>
      ) : (
        <>
          {reply ? <FormErrors errors={reply.errors} /> : null}
          <Notice tone="amber">{CASE_PHOTO_PROBLEMS.closed}</Notice>
          <PhotoPicture photo={photo} alt="This picture" sizes="(min-width: 42rem) 40rem, 92vw" eager />
        </>
      )}
    </StudioFrame>
  );
}
