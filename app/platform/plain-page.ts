export type PlainPage = {
  title: string;
  /** What happened and what the reader can do, in one or two sentences. Never text from the request or an error. */
  text: string;
  requestId: string;
};

/** A small page for when nothing else can be shown: readable without its style sheet, made without the database. */
export function plainPage({ title, text, requestId }: PlainPage): string {
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
