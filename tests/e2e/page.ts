import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";
import type { Page } from "@playwright/test";

/** A test whose page reported an error in its console, or broke its own content security policy, has failed. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ page }, use, testInfo) => {
      const problems: string[] = [];
      page.on("console", (message) => {
        // The browser itself reports a page that answers 404 or 421; such tests look at the status.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          problems.push(message.text());
      });
      page.on("pageerror", (error) => problems.push(error.message));
      await use(undefined);
      const isExpected = testInfo.annotations.some(({ type }) => type === "expects console errors");
      if (!isExpected) expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until React has taken over the page: before that, a press would be a plain form or link. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer")));
}

/** No accessibility violation that the axe rules know, WCAG 2.2 AA and best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  // The site has no frames: without looking for some, each look costs one page less.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(found).toEqual([]);
}

/** Addresses of the profiles that a plain search shows first. */
export async function firstProfiles(page: Page, count: number): Promise<string[]> {
  await page.goto("/technicians?sort=reviews");
  const links = page.getByRole("article").getByRole("heading").getByRole("link");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return addresses.slice(0, count);
}

/** Address of a claimed sample profile with checked facts and reviews. */
export async function firstProfile(page: Page): Promise<string> {
  await page.goto("/technicians?verified=authorization&verified=sterile&sort=reviews");
  const href = await page.getByRole("article").first().getByRole("link").first().getAttribute("href");
  expect(href).toMatch(/^\/technicians\/[a-z0-9-]+$/);
  return href ?? "";
}
