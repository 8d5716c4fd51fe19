import type { LoaderFunctionArgs } from "@remix-run/node";
import { isSignedPageLink } from "#app/domain/media/open-document.server.ts";
import { showDocumentPage } from "#app/domain/media/show-document.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { notFound, requireModerator, requireRecentAuth } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/**
 * One page of a private document as a picture with the moderator's own mark in it, for a moderator who gave their
 * password within ten minutes and comes by a link that was signed for them and this page.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireModerator(request);
  const { id = "", page = "" } = params;
  const now = new Date();
  const asked = { documentId: id, page: Number(page) };
  // The signature first: who has none is not even asked for a password.
  const isTheirs = isRowId(id) && /^\d{1,2}$/.test(page) && isSignedPageLink(asked, viewer, new URL(request.url), now);
  if (!isTheirs) throw notFound();
  requireRecentAuth(request, viewer, now);
  return showPage(viewer, asked, now);
}

async function showPage(viewer: Viewer, asked: { documentId: string; page: number }, now: Date): Promise<Response> {
  const shown = await showDocumentPage(viewer, asked, now);
  if (shown.ok) {
    return new Response(Uint8Array.from(shown.value), {
      headers: {
        ...PRIVATE,
        "Content-Type": "image/jpeg",
        "Content-Length": String(shown.value.byteLength),
        "Content-Disposition": 'inline; filename="page.jpg"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
      },
    });
  }
  if (shown.reason === "not_found") throw notFound();
  const isBusy = shown.reason === "busy";
  return new Response(isBusy ? "Too many pages at once" : "This page can't be shown", {
    status: isBusy ? 503 : 422,
    headers: { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8", ...(isBusy ? { "Retry-After": "5" } : {}) },
  });
}

/** Also for the address itself, which is signed: it goes nowhere as a referrer. */
const PRIVATE = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
