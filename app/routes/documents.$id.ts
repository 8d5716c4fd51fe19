import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isSignedLink, openDocumentForModerator, openOwnDocument } from "#app/domain/media/open-document.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { requireModerator, requireRecentAuth, requireViewer } from "#app/platform/require-viewer.server.ts";

/**
 * A private document: for whoever handed it in, and for a moderator who gave their password within ten minutes and comes
 * by a link that was signed for them. For everybody else there is nothing here.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { id = "" } = params;
  if (!isRowId(id)) throw notFound();
  const own = await openOwnDocument(viewer.userId, id);
  const opened = own ?? (viewer.roles.includes("moderator") ? await openAsModerator(request, id) : null);
  if (!opened) throw notFound();
  // A picture is shown; a PDF could do things in the browser, so it is only ever downloaded.
  const disposition = opened.mediaType === "application/pdf" ? "attachment" : "inline";
  return new Response(createReadableStreamFromReadable(opened.stream), {
    headers: {
      ...PRIVATE,
      "Content-Type": opened.mediaType,
      "Content-Length": String(opened.size),
      "Content-Disposition": `${disposition}; filename="${opened.fileName}"`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  });
}

async function openAsModerator(request: Request, id: string) {
  const now = new Date();
  const moderator = await requireModerator(request);
  // The signature first: who has none is not even asked for a password.
  if (!isSignedLink(id, moderator, new URL(request.url), now)) return null;
  requireRecentAuth(request, moderator, now);
  return openDocumentForModerator(moderator, id);
}

/** Also for the address itself, which is signed: it goes nowhere as a referrer. */
const PRIVATE = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

function notFound(): Response {
  return new Response("Not found", {
    status: 404,
    headers: { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8" },
  });
}
