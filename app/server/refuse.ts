import type { Response } from "express";
import { plainPage } from "#app/platform/plain-page.ts";
import { requestIdOf } from "#app/server/security-headers.ts";

export interface Refusal {
  status: number;
  title: string;
  /** What happened and what the reader can do, in one or two sentences. Never text from the request or an error. */
  text: string;
  headers?: Record<string, string>;
}

/** Answers with a small page of its own, readable without its style sheet and never stored. Ends the response. */
export function refuse(res: Response, { status, title, text, headers = {} }: Refusal): void {
  res
    .status(status)
    .set({ "Cache-Control": "no-store", ...headers })
    .type("html")
    .send(plainPage({ title, text, requestId: requestIdOf(res) }));
}
