import type { ApiError, ApiErrorCode } from "#app/platform/api-error.ts";
import { taggedReply } from "#app/platform/tagged-reply.server.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/** An answer of the API with a strong ETag; 304 without a body when the asker has this very answer already. */
export function jsonReply(request: Request, body: unknown): Response {
  return taggedReply(request, JSON.stringify(body), JSON_TYPE);
}

/** An error of the API in its one shape. It is never kept: what is missing or broken now may be there in a minute. */
export function jsonError(
  status: ApiError["error"]["status"],
  code: ApiErrorCode,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const body: ApiError = { error: { status, code, message } };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Cache-Control": "no-store", "Content-Type": JSON_TYPE, ...headers },
  });
}

/**
 * Runs a loader of the API so that a failure nobody foresaw is JSON too, and reported; what it throws as a Response
 * is its answer.
 */
export async function answerJson(
  reportError: (error: unknown) => void,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Response) return error;
    reportError(error);
    return jsonError(500, "internal", "Something went wrong here. Try again in a minute.");
  }
}
