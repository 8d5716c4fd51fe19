import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { answerConsent } from "#app/domain/portfolio/answer-consent.server.ts";
import { findConsentPage } from "#app/domain/portfolio/find-consent-page.server.ts";
import portfolioStyles from "#app/domain/portfolio/portfolio.css?url";
import { withdrawCaseConsent } from "#app/domain/portfolio/withdraw-consent.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";
import { ConsentScreen } from "#app/routes/consents.$token._index/consent-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Pictures of you | Hairline" },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: portfolioStyles }];

// The address is the key: no other site is told of it.
export const headers = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });

/** Opening the link changes nothing: mail programs open links to look at them. */
export async function loader({ params }: LoaderFunctionArgs) {
  const page = await findConsentPage(params["token"] ?? "", new Date());
  if (page === null) throw notFound();
  return page;
}

const REFUSALS = {
  pictures_changed:
    "The pictures were changed since you opened this page. Nothing was answered. Look at them again below.",
  closed: "This can no longer be answered. Below is how it stands.",
  not_ticked: "Tick that the pictures show you and that you agree, then press yes again.",
} as const;

/** Who has the link may answer, signed in or not. */
export async function action({ params, request }: ActionFunctionArgs) {
  const token = params["token"] ?? "";
  const now = new Date();
  if ((await findConsentPage(token, now)) === null) throw notFound();
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intent = form.value.get("intent");
  switch (intent) {
    case "yes":
    case "no": {
      if (intent === "yes" && form.value.get("agrees") !== "yes") {
        return data({ words: REFUSALS.not_ticked }, { status: 400 });
      }
      const shownPhotoIds = form.value.getAll("photoId");
      const answered = await answerConsent(token, { isYes: intent === "yes", shownPhotoIds }, now);
      if (answered.ok) return redirect(`/consents/${token}`, 303);
      if (answered.reason === "not_found") throw notFound();
      return data({ words: REFUSALS[answered.reason] }, { status: 409 });
    }
    case "take_back":
      if (!(await withdrawCaseConsent(token, now))) return data({ words: REFUSALS.closed }, { status: 409 });
      return redirect(`/consents/${token}`, 303);
    default:
      throw data(null, { status: 400 });
  }
}

export default function ConsentRoute() {
  const page = useLoaderData<typeof loader>();
  const { token = "" } = useParams();
  return <ConsentScreen page={page} token={token} problem={useActionData<typeof action>()?.words ?? null} />;
}
