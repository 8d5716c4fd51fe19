import type { Page } from "@playwright/test";
import { expectFit } from "./fit.ts";
import { expect, firstProfile, firstProfiles, hydrated, test } from "./page.ts";

const PAGES = [
  ["home", "/"],
  ["search", "/technicians"],
  ["search with filters", "/technicians?near=Leeds&verified=sterile&treatment=density&colour=red"],
  ["search without results", "/technicians?q=zzzzqqqq&gender=man&near=Leeds&radius=10"],
  ["ranking policy", "/policies/ranking"],
  ["comparison", "compare"],
  ["comparison of nobody", "/compare"],
  ["shortlist", "shortlist"],
  ["empty shortlist", "/shortlist"],
  ["review policy", "/policies/reviews"],
  ["moderation in figures", "/transparency"],
  ["terms", "/terms"],
  ["privacy", "/privacy"],
  ["profile", "profile"],
  ["reviews", "reviews"],
  ["a page that is not there", "/nothing-here"],
] as const;

for (const [name, address] of PAGES) {
  test.describe(name, () => {
    test("light and dark, narrow and wide: no accessibility violation, no sideways scroll", async ({ page }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(await addressOf(page, address));
      await hydrated(page);
      await expectFit(page);
    });

    test("nothing moves while it loads", async ({ page }) => {
      await page.addInitScript(() => {
        Object.assign(window, { shifted: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ("value" in entry && typeof entry.value === "number")
              Object.assign(window, { shifted: Number(Reflect.get(window, "shifted")) + entry.value });
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(await addressOf(page, address), { waitUntil: "networkidle" });
      await hydrated(page);
      expect(await page.evaluate(() => Number(Reflect.get(window, "shifted")))).toBeLessThan(0.02);
    });
  });
}

async function addressOf(page: Page, address: string): Promise<string> {
  if (address === "compare" || address === "shortlist") return keptAddress(page, address);
  if (address === "profile") return firstProfile(page);
  return address === "reviews" ? `${await firstProfile(page)}/reviews` : address;
}

/** A page about the first four technicians; both lists are full of them, so that the bar is there too. */
async function keptAddress(page: Page, address: "compare" | "shortlist"): Promise<string> {
  const slugs = (await firstProfiles(page, 4)).map((href) => href.split("/").at(-1) ?? "");
  const url = new URL(page.url()).origin;
  await page.context().addCookies(["compare", "shortlist"].map((name) => ({ name, value: slugs.join("."), url })));
  return address === "compare" ? `/compare?${slugs.map((slug) => `t=${slug}`).join("&")}` : "/shortlist";
}
