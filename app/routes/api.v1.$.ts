import { jsonError } from "#app/platform/json-reply.server.ts";

/** Every address of the API that is none: a program gets an answer it can read. */
export function loader(): Response {
  return jsonError(404, "not_found", "There is nothing at this address. See /api/v1/openapi.json for what there is.");
}
