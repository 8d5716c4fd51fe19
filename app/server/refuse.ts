import type { Response } from "express";
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
    .send(page(title, text, requestIdOf(res)));
}

function page(title: string, text: string, requestId: string): string {
  return [
    "<!doctype html>",
    `<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)} - Hairline</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/refusal.css"></head>',
    `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`,
    `<p><a href="/">Go to the home page</a></p><p>Reference: <code>${escapeHtml(requestId)}</code></p></main></body></html>`,
    "",
  ].join("\n");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
