import type { Page } from "@playwright/test";
import { test } from "./moderators.ts";
import { expect, expectAccessible, firstProfile, hydrated } from "./page.ts";
import { signIn } from "./people.ts";

const SAMPLE_PASSWORD = "hairline-sample-2026";

/** In four dresses and on the smallest screen: nothing that axe finds, and no sideways scrolling. */
async function expectFit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hydrated(page);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      expect(await overflow(page), `${address} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page), `${address} at 320 px`).toBeLessThanOrEqual(0);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test.describe("forms for everybody", () => {
  for (const address of ["/sign-in", "/sign-up", "/forgot-password", "/verify-email"]) {
    test(`${address} fits and is accessible`, ({ page }) => expectFit(page, address));
  }

  test("the report form fits and is accessible", async ({ page }) => {
    await page.goto(`${await firstProfile(page)}/reviews`);
    const report = page.getByRole("link", { name: "Report this review" }).first();
    await expectFit(page, (await report.getAttribute("href")) ?? "");
  });
});

test("pages of a client's account fit and are accessible", async ({ page }) => {
  test.slow();
  const form = `${await firstProfile(page)}/reviews/new`;
  await page.goto("/sign-in");
  await signIn(page, { email: "client@sample.hairline", password: SAMPLE_PASSWORD });
  for (const address of [
    "/account",
    "/account/security",
    "/account/authenticator",
    "/account/reviews",
    "/account/photos",
    form,
  ]) {
    await expectFit(page, address);
  }
});

test("the studio's reviews fit and are accessible", async ({ page }) => {
  await page.goto("/studio/reviews");
  await signIn(page, { email: "technician@sample.hairline", password: SAMPLE_PASSWORD });
  await expectFit(page, "/studio/reviews");
});

test("pages of moderation fit and are accessible", async ({ desk }) => {
  test.slow();
  await desk.page.goto("/moderation/reviews");
  const items = desk.page.locator("main a[href^='/moderation/']").filter({ hasText: /\w/ });
  const first = await items.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? "").find((href) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(href)),
  );
  for (const address of ["", "/reviews", "/appeals", "/reports", "/bulk", "/members", "/audit"]) {
    await expectFit(desk.page, `/moderation${address}`);
  }
  await expectFit(desk.page, first ?? "there is an item in the sample's queue");
});

test("what is private is gone after signing out, also from the browser's history", async ({ page }) => {
  await page.goto("/account");
  await signIn(page, { email: "client@sample.hairline", password: SAMPLE_PASSWORD });
  await expect(page.getByText("client@sample.hairline")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page.getByText("You are signed out on this device.")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("client@sample.hairline")).toHaveCount(0);
});
