import { expect, test } from "vitest";
import { isByAPerson, isOpening } from "#app/domain/insights/who-asks.server.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const ask = (headers: Record<string, string>, method = "GET") =>
  new Request("https://hairline.example/technicians/ada", { method, headers });

test.each<[string, Record<string, string>, string, boolean]>([
  ["a browser", { "User-Agent": FIREFOX }, "GET", true],
  [
    "a telephone",
    {
      "User-Agent":
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    },
    "GET",
    true,
  ],
  ["HEAD", { "User-Agent": FIREFOX }, "HEAD", false],
  ["a page fetched in advance", { "User-Agent": FIREFOX, "Sec-Purpose": "prefetch" }, "GET", false],
  ["a page drawn in advance", { "User-Agent": FIREFOX, "Sec-Purpose": "prefetch;prerender" }, "GET", false],
  ["an older browser fetching in advance", { "User-Agent": FIREFOX, Purpose: "prefetch" }, "GET", false],
  ["nothing that says what it is", {}, "GET", false],
  [
    "a crawler",
    { "User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
    "GET",
    false,
  ],
  ["a crawler that reads for a model", { "User-Agent": "GPTBot/1.2 (+https://openai.com/gptbot)" }, "GET", false],
  ["a monitor", { "User-Agent": "UptimeRobot/2.0" }, "GET", false],
  ["a program", { "User-Agent": "curl/8.5.0" }, "GET", false],
  [
    "a browser without a person",
    { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36" },
    "GET",
    false,
  ],
])("P-04 %s is a person: %#", (_name, headers, method, isPerson) => {
  expect(isByAPerson(ask(headers, method))).toBe(isPerson);
});

test.each<[string, Record<string, string>, boolean]>([
  ["a page that is opened", { "Sec-Fetch-Dest": "document" }, true],
  ["a page that is opened by an older browser", { Accept: "text/html,*/*" }, true],
  [
    "the next page, fetched by a script of another page",
    { "Sec-Fetch-Dest": "empty", Referer: "https://hairline.example/" },
    true,
  ],
  [
    "the same page once more, by its own script",
    { "Sec-Fetch-Dest": "empty", Referer: "https://hairline.example/technicians/ada?sort=newest" },
    false,
  ],
  ["a script of who knows where", { "Sec-Fetch-Dest": "empty" }, false],
  ["a damaged address to come from", { "Sec-Fetch-Dest": "empty", Referer: "::" }, false],
])("%s counts as opened: %s", (_name, headers, isOpened) => {
  expect(isOpening(ask(headers))).toBe(isOpened);
});
