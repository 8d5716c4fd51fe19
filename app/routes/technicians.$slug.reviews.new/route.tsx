import { data, redirect } from "@remix-run/node";
import type {
  ActionFunctionArgs,
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, useActionData, useLoaderData, useParams, useRouteError } from "@remix-run/react";
import { MissingTechnician } from "#app/domain/profiles/missing-technician.tsx";
import { findReviewForm } from "#app/domain/reviews/find-review-form.server.ts";
import { latestDay } from "#app/domain/reviews/review-answers.ts";
import { PAID_CURRENCIES } from "#app/domain/reviews/review-draft-schema.ts";
import { formatVisitCode, normaliseVisitCode } from "#app/domain/reviews/visit-code.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { addressOf } from "#app/platform/client-address.ts";
import { readDevice } from "#app/platform/device-cookie.server.ts";
import { readUpload } from "#app/platform/read-upload.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";
import { FILE_FIELDS, UPLOAD_LIMITS } from "#app/routes/technicians.$slug.reviews.new/keep-files.server.ts";
import { notReviewableWords } from "#app/routes/technicians.$slug.reviews.new/refusal-words.server.ts";
import { ReviewForm } from "#app/routes/technicians.$slug.reviews.new/review-form.tsx";
import styles from "#app/routes/technicians.$slug.reviews.new/review-form.css?url";
import { sendReviewForm } from "#app/routes/technicians.$slug.reviews.new/send-review-form.server.ts";
import { Notice } from "#app/ui/notice.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** An action's own headers reach the browser only by way of this. */
export const headers: HeadersFunction = ({ actionHeaders }) => {
  const version = actionHeaders.get("Draft-Version");
  return { "Cache-Control": "no-store", ...(version === null ? {} : { "Draft-Version": version }) };
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view?.form ? `Review ${view.form.technician.name} | Hairline` : "Write a review | Hairline" },
  { name: "robots", content: "noindex" },
];

/**
 * Where the form lives: with `review`, a review that was sent back for changes; otherwise the draft. A visit code in the
 * address, from a card or a mail, stays in it until the review is sent.
 */
function readAddress(request: Request, slug: string | undefined) {
  const reviewId = new URL(request.url).searchParams.get("review");
  if (reviewId !== null && !isRowId(reviewId)) throw notFound();
  const code = normaliseVisitCode(new URL(request.url).searchParams.get("code") ?? "");
  const visitCode = code === null ? null : formatVisitCode(code);
  const query = new URLSearchParams({
    ...(reviewId === null ? {} : { review: reviewId }),
    ...(visitCode === null ? {} : { code: visitCode }),
  }).toString();
  const formPath = (own: string) => `${technicianPath(own)}/reviews/new${query === "" ? "" : `?${query}`}`;
  return { asked: slug ?? "", reviewId, visitCode, formPath };
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { asked, reviewId, visitCode, formPath } = readAddress(request, params["slug"]);
  const found = await findReviewForm(viewer, asked.toLowerCase(), reviewId);
  if (!found.ok) {
    if (found.reason === "not_found") throw notFound();
    return data({ form: null, refusal: notReviewableWords(found.reason) }, { status: 403 });
  }
  const { slug } = found.value.technician;
  if (slug !== asked) throw redirect(formPath(slug), 303);
  const isJustSaved = new URL(request.url).searchParams.has("saved");
  const today = latestDay(new Date());
  const values = { ...found.value.values, ...(visitCode === null ? {} : { visitCode }) };
  return data({
    form: { ...found.value, values, formPath: formPath(slug), today, isJustSaved, currencies: PAID_CURRENCIES },
    refusal: null,
  });
}

export async function action({ params, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const { asked, reviewId, formPath } = readAddress(request, params["slug"]);
  const upload = await readUpload(request, { ...UPLOAD_LIMITS, fileFields: FILE_FIELDS });
  if (!upload.ok) throw data(null, { status: upload.reason });
  const slug = asked.toLowerCase();
  const device = readDevice(request);
  const context = {
    slug,
    reviewId,
    formPath: formPath(slug),
    ipHash: keyedHash("address", addressOf(request)),
    deviceHash: device && keyedHash("device", device),
  };
  const outcome = await sendReviewForm(viewer, context, upload.value, new Date());
  if (outcome.kind === "sent") throw redirect(`/account/reviews/${outcome.reviewId}?sent`, 303);
  if (outcome.kind === "cover") throw redirect(outcome.path, 303);
  // What saves while somebody writes reads no more of the answer than its status and this header.
  const version = outcome.kind === "saved" ? outcome.version : outcome.reply.version;
  const headers = version === null ? undefined : { "Draft-Version": String(version) };
  if (outcome.kind === "refused") {
    if (outcome.status === 404) throw notFound();
    return data(outcome.reply, { status: outcome.status, ...(headers ? { headers } : {}) });
  }
  if (upload.value.form.get("quiet") === "1") return data(null, headers ? { headers } : {});
  throw redirect(`${context.formPath}${context.formPath.includes("?") ? "&" : "?"}saved`, 303);
}

export default function NewReviewRoute() {
  const { form, refusal } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? null;
  return (
    <div className="page page-narrow stack stack-wide">
      <header className="stack">
        <h1>{form ? `Review ${form.technician.name}` : "Write a review"}</h1>
        {form?.review?.isSentBack ? (
          <Notice tone="amber">
            A moderator asked you to change something.{" "}
            <a href={`/account/reviews/${form.review.id}`}>Read what and why</a>, change it below and send the review
            again.
          </Notice>
        ) : null}
        {form ? (
          <p className="lead">
            Good or bad, tell it as it was. A moderator reads every review without seeing its stars.{" "}
            <a href="/policies/reviews">How reviews work</a>
          </p>
        ) : (
          <>
            <Notice tone="amber">{refusal}</Notice>
            <p>
              <a href="/policies/reviews#who">Who may review</a>
            </p>
          </>
        )}
      </header>
      {form ? (
        <ReviewForm
          view={form}
          reply={reply}
          isJustSaved={form.isJustSaved && reply === null}
          formPath={form.formPath}
          today={form.today}
          currencies={form.currencies}
        />
      ) : null}
    </div>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { slug } = useParams();
  if (isRouteErrorResponse(error) && error.status === 404) return <MissingTechnician slug={slug ?? ""} />;
  throw error;
}
