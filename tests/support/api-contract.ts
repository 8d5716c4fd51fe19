import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { z } from "zod";
import type { Reply, Site } from "./open-site.ts";

const operation = z.looseObject({
  description: z.string(),
  parameters: z.array(
    z.looseObject({ name: z.string(), in: z.string(), description: z.string(), schema: z.unknown() }),
  ),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});
const openApi = z.looseObject({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.object({ get: operation })),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
type OpenApi = z.infer<typeof openApi>;

/** The API's own description as it is served, and what it says of an answer. */
export type Contract = {
  document: OpenApi;
  /** What is wrong with this answer of the operation at `path`; null where it is as described. */
  problemsOf: (path: string, reply: Reply) => string | null;
};

export async function readContract(site: Site): Promise<Contract> {
  const { body } = await site.ask("/api/v1/openapi.json");
  const served: unknown = JSON.parse(body);
  const document = openApi.parse(served);
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  // Of the document itself: the schemas stand in it, and it is none.
  ajv.addVocabulary(["openapi", "info", "servers", "paths", "components"]);
  ajv.addSchema(document, "api");
  const kept = new Map<string, ValidateFunction>();
  const validator = (pointer: string) => {
    const known = kept.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
    kept.set(pointer, known);
    return known;
  };
  const problemsOf = (path: string, reply: Reply): string | null => {
    const described = document.paths[path]?.get.responses[String(reply.status)];
    if (!described) return `${reply.status} is not described for ${path}`;
    if (!described.content) return reply.body === "" ? null : "a body that is not described";
    const [type = ""] = String(reply.headers["content-type"]).split(";");
    if (!(type in described.content)) return `${type} is not described for ${path}`;
    const steps = ["paths", path, "get", "responses", String(reply.status), "content", type, "schema"];
    const validate = validator(steps.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""));
    return validate(JSON.parse(reply.body)) ? null : ajv.errorsText(validate.errors, { separator: "\n" });
  };
  return { document, problemsOf };
}
