import type { FormReply } from "#app/platform/read-fields.ts";

export type StartReply = FormReply & {
  /** Towns that may be meant by what was typed. */
  towns: string[];
};
