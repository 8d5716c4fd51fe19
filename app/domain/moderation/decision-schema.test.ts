import { expect, test } from "vitest";
import { missingFor } from "#app/domain/moderation/decision-schema.ts";
import type { DecisionFields } from "#app/domain/moderation/decision-schema.ts";

const NOTE = "The second sentence gives a name.";
const missing = (fields: Partial<DecisionFields>) =>
  Object.keys(missingFor({ decision: "approve", version: 1, ...fields }));

test.each<[string, Partial<DecisionFields>, string[]]>([
  ["a plain approval needs nothing", { decision: "approve" }, []],
  ["an approval with marks in the text was not meant", { decision: "approve", text: "By [[Ada]]" }, ["text"]],
  ["I4 a refusal needs reason and facts", { decision: "reject" }, ["reason", "note"]],
  ["I4 so does a wish for changes", { decision: "request_changes", reason: "personal_data" }, ["note"]],
  ["a refusal for any reason is possible", { decision: "reject", reason: "duplicate", note: NOTE }, []],
  ["a passage goes for what it says", { decision: "redact", reason: "personal_data", note: NOTE }, []],
  ["never for what is wrong with the whole", { decision: "redact", reason: "duplicate", note: NOTE }, ["reason"]],
])("%s", (_what, fields, expected) => expect(missing(fields)).toEqual(expected));
