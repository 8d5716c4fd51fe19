import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadDocument, isSignedLink, openOwnDocument } from "#app/domain/media/open-document.server.ts";
import type { OpenedDocument } from "#app/domain/media/open-document.server.ts";
import { showDocumentPage } from "#app/domain/media/show-document.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { requireModerator, requireRecentAuth, requireViewer } from "#app/platform/require-viewer.server.ts";

/**
 * A private document: for whoever handed it in, and for a moderator who gave their password within ten minutes and comes
 * by a link that was signed for them. A moderator gets a picture with their mark in it, and the bytes of a PDF only as
 * a download. For everybody else there is nothing here.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { id = "" } = params;
  if (!isRowId(id)) throw notFound();
  const own = await openOwnDocument(viewer.userId, id);
  const reply = own ? send(own) : viewer.roles.includes("moderator") ? await openAsModerator(request, id) : null;
  if (!reply) throw notFound();
  return reply;
}

async function openAsModerator(request: Request, id: string): Promise<Response | null> {
  const now = new Date();
  const moderator = await requireModerator(request);
  // The signature first: who has none is not even asked for a password.
  if (!isSignedLink(id, moderator, new URL(request.url), now)) return null;
  requireRecentAuth(request, moderator, now);
  const file = await downloadDocument(moderator, id, now);
  if (file) return send(file);
  const picture = await showDocumentPage(moderator, { documentId: id, page: 1 }, now);
  if (!picture.ok) return null;
  return new Response(Uint8Array.from(picture.value), { headers: headersOf("image/jpeg", "page.jpg", false) });
}

function send({ mediaType, fileName, size, stream }: OpenedDocument): Response {
  // A picture is shown; a PDF could do things in the browser, so it is only ever downloaded.
  const headers = headersOf(mediaType, fileName, mediaType === "application/pdf");
  return new Response(createReadableStreamFromReadable(stream), {
    headers: { ...headers, "Content-Length": String(size) },
  });
}

function headersOf(mediaType: string, fileName: string, isDownload: boolean) {
  return {
    ...PRIVATE,
    "Content-Type": mediaType,
    "Content-Disposition": `${isDownload ? "attachment" : "inline"}; filename="${fileName}"`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}

/** Also for the address itself, which is signed: it goes nowhere as a referrer. */
const PRIVATE = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

function notFound(): Response {
  return new Response("Not found", {
    status: 404,
    headers: { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8" },
  });
}
