import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { withRegisterWords } from "#app/domain/profiles/register-words.ts";
import { toApiTechnician } from "#app/domain/profiles/technician-api.ts";
import { technicianApiPath } from "#app/domain/technicians/technician-address.ts";
import { env } from "#app/platform/env.server.ts";
import { answerJson, jsonError, jsonReply } from "#app/platform/json-reply.server.ts";

/** The profile page as JSON. */
export function loader({ params, request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerJson(context.reportError, async () => {
    const asked = params["slug"] ?? "";
    const profile = await findProfile(asked.toLowerCase(), dayOf(new Date()));
    if (!profile) return jsonError(404, "not_found", "There is no technician at this address.");
    if (profile.slug !== asked) throw redirect(technicianApiPath(profile.slug), 301);
    return jsonReply(request, toApiTechnician(withRegisterWords(profile), env().ORIGIN));
  });
}
