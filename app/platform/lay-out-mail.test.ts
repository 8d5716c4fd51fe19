import { expect, test } from "vitest";
import { layOutMail } from "#app/platform/lay-out-mail.ts";
import type { Mail } from "#app/platform/mail.ts";

const ORIGIN = "https://hairline.example";
const mail: Mail = {
  key: "test:1",
  to: "ada@example.org",
  subject: "Your review is published",
  paragraphs: ["It can be read by everybody now.", "Line one\nline two."],
  action: { label: "Read it", path: "/technicians/bo?from=mail&x=1" },
  why: "You get this because you wrote it.",
  stop: { path: "/follow-ups/stop/abc" },
};

test("text and HTML say the same, with the link as a button and in full", () => {
  const { text, html, stopUrl } = layOutMail(mail, ORIGIN);
  const url = "https://hairline.example/technicians/bo?from=mail&x=1";
  expect(text).toContain(`Read it:\n${url}`);
  expect(text.endsWith("No more mails like this:\nhttps://hairline.example/follow-ups/stop/abc\n")).toBe(true);
  expect(html.match(/technicians\/bo\?from=mail&amp;x=1/g)).toHaveLength(3);
  expect(html).toContain("Line one<br>line two.");
  for (const words of [text, html]) expect(words).toContain("You get this because you wrote it.");
  expect(stopUrl).toBe("https://hairline.example/follow-ups/stop/abc");
});

test("markup in a mail's words is shown, not obeyed", () => {
  const bad = `<img src=x onerror="alert(1)">&'`;
  const { html } = layOutMail(
    { ...mail, subject: bad, paragraphs: [bad], action: { label: bad, path: "/" }, why: bad },
    ORIGIN,
  );
  expect(html).not.toContain("<img");
  expect(html.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;&amp;&#39;/g)).toHaveLength(4);
});

test("loads nothing from anywhere", () => {
  expect(layOutMail(mail, ORIGIN).html).not.toMatch(/<(img|script|link|iframe)|url\(|@import/i);
});

test("a subject with line breaks stays one line", () => {
  const subject = "Hello\r\nBcc: everybody@example.org\u2028\0x";
  expect(layOutMail({ ...mail, subject }, ORIGIN).subject).toBe("Hello Bcc: everybody@example.org x");
});

test.each(["//evil.example/x", "https://evil.example/", "/\\evil.example"])(
  "links to this site only, not %s",
  (path) => {
    expect(() => layOutMail({ ...mail, action: { label: "Go", path } }, ORIGIN)).toThrow("this site only");
  },
);

test("a mail without action and stop has no link", () => {
  const { text, html, stopUrl } = layOutMail({ ...mail, action: undefined, stop: undefined }, ORIGIN);
  expect(text + html).not.toContain("http");
  expect(stopUrl).toBeNull();
});
