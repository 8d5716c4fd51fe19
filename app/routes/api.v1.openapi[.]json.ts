import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApiDocument } from "#app/domain/search/openapi.ts";
import { env } from "#app/platform/env.server.ts";
import { jsonReply } from "#app/platform/json-reply.server.ts";

let document: ReturnType<typeof openApiDocument> | undefined;

/** The description of this API, the same for the life of the process. */
export function loader({ request }: LoaderFunctionArgs): Response {
  document ??= openApiDocument(env().ORIGIN);
  return jsonReply(request, document);
}
