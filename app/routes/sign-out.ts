import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { plainPage } from "#app/platform/plain-page.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { findViewer } from "#app/platform/require-viewer.server.ts";
import { blankSessionCookie } from "#app/platform/sessions.server.ts";

/** An address for the button alone: whoever follows a link to it stays as they are. */
export function loader() {
  return redirect("/", 303);
}

/** Without a page of its own, so that its answer needs nothing from the database. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const isAsked = form.ok && form.value.get("signOut") === "yes";
  if (!isAsked) return new Response(null, { status: form.ok ? 400 : form.reason });
  try {
    const viewer = await findViewer(request);
    if (viewer !== null) await signOut(viewer.userId, request.headers.get("Cookie"));
  } catch (error) {
    context.reportError(error);
    const page = {
      title: "You are still signed in",
      text: "Signing out did not work just now. Go back and try again in a moment; until then, don't leave this device to others.",
    };
    return new Response(plainPage({ ...page, requestId: context.requestId }), {
      status: 503,
      headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Retry-After": "10" },
    });
  }
  // Pages that the browser kept go too; the shortlist is a cookie and stays.
  const headers = new Headers({ "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" });
  headers.append("Set-Cookie", blankSessionCookie());
  return redirect("/sign-in?signed-out", { status: 303, headers });
}
