import type { Mail } from "#app/platform/mail.ts";

type LaidOutMail = {
  subject: string;
  text: string;
  html: string;
  /** The address at which mails of this kind are ended. */
  stopUrl: string | null;
};

/**
 * A mail as plain text and as HTML that says the same. The HTML loads nothing and tracks nobody, follows the reader's
 * own light or dark colours, and shows its link as a button and in full, so that it can be judged and copied.
 */
export function layOutMail({ subject, paragraphs, action, why, stop }: Mail, origin: string): LaidOutMail {
  const link = action ? { label: oneLine(action.label), url: at(origin, action.path) } : null;
  const stopUrl = stop ? at(origin, stop.path) : null;
  const stopLabel = stop?.label ?? "No more mails like this";
  const text = [
    ...paragraphs,
    ...(link ? [`${link.label}:\n${link.url}`] : []),
    `--\n${why}`,
    ...(stopUrl ? [`${stopLabel}:\n${stopUrl}`] : []),
  ].join("\n\n");
  return {
    subject: oneLine(subject),
    text: `${text}\n`,
    html: toHtml({ subject, paragraphs, link, why, stopUrl, stopLabel }),
    stopUrl,
  };
}

/** Line breaks and other control characters as blanks: what stands in a header must not be able to start another. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

function at(origin: string, path: string): string {
  const url = new URL(path, origin);
  if (url.origin !== new URL(origin).origin) throw new Error("A mail links to this site only");
  return url.href;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
const inLines = (text: string) => escape(text).replace(/\n/g, "<br>");

// Mail programs that drop the style sheet show the text in their own colours, which is as good.
const STYLES = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
body { margin: 0; padding: 24px 16px; font: 16px/1.5 system-ui, sans-serif; background: #ffffff; color: #1c1917 }
main { max-width: 36em; margin: 0 auto }
a { color: #0f5f6b; overflow-wrap: anywhere }
.button { display: inline-block; padding: 10px 18px; border-radius: 6px; background: #0f5f6b; color: #ffffff; text-decoration: none }
.small { font-size: 14px; color: #57534e }
hr { border: 0; border-top: 1px solid #d6d3d1; margin: 24px 0 }
@media (prefers-color-scheme: dark) {
  body { background: #1c1917; color: #f5f5f4 }
  a { color: #7dd3de }
  .button { background: #7dd3de; color: #1c1917 }
  .small { color: #c7c2bd }
  hr { border-color: #57534e }
}`;

type Shown = Pick<Mail, "subject" | "paragraphs" | "why"> & {
  link: { label: string; url: string } | null;
  stopUrl: string | null;
  stopLabel: string;
};

function toHtml({ subject, paragraphs, link, why, stopUrl, stopLabel }: Shown): string {
  const linked = (url: string, words: string, more = "") => `<a${more} href="${escape(url)}">${escape(words)}</a>`;
  const body = [
    ...paragraphs.map((paragraph) => `<p>${inLines(paragraph)}</p>`),
    ...(link
      ? [
          `<p>${linked(link.url, link.label, ' class="button"')}</p>`,
          `<p class="small">Or open this address:<br>${linked(link.url, link.url)}</p>`,
        ]
      : []),
    "<hr>",
    `<p class="small">${inLines(why)}</p>`,
    ...(stopUrl ? [`<p class="small">${linked(stopUrl, stopLabel)}</p>`] : []),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(oneLine(subject))}</title>
<style>${STYLES}
</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`;
}
