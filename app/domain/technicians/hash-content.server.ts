import { createHash } from "node:crypto";
import type { Json } from "#app/domain/technicians/revision.ts";

/**
 * Names a content in 16 characters. A form carries the name of what it was made from, so that what somebody else saved in
 * between is noticed. Contents are built by code, so that their keys always come in one order.
 */
export function hashContent(content: Json): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 16);
}
