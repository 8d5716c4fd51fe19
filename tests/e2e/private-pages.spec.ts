import type { Page } from "@playwright/test";
import { expectFit } from "./fit.ts";
import { expect, firstProfile, firstProfiles, hydrated } from "./page.ts";
import { test } from "./moderators.ts";
import { signIn } from "./people.ts";

const SAMPLE_PASSWORD = "hairline-sample-2026";

async function expectFitAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hydrated(page);
  await expectFit(page);
}

/** The first link of a page to something with an id of its own below an address. */
async function firstBelow(page: Page, address: string, start = address): Promise<string> {
  await page.goto(address);
  const links = await page
    .locator(`main a[href^="${start}/"]`)
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = links.find((href) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(href));
  expect(found, `a link to something below ${start} on ${address}`).toBeTruthy();
  return found ?? "";
}

test.describe("forms for everybody", () => {
  for (const address of ["/sign-in", "/sign-up", "/forgot-password", "/verify-email"]) {
    test(`${address} fits and is accessible`, ({ page }) => expectFitAt(page, address));
  }

  test("the report form fits and is accessible", async ({ page }) => {
    await page.goto(`${await firstProfile(page)}/reviews`);
    const report = page.getByRole("link", { name: "Report this review" }).first();
    await expectFitAt(page, (await report.getAttribute("href")) ?? "");
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
    await expectFitAt(page, address);
  }
});

test.describe("the studio", () => {
  test.beforeEach(async ({ page }) => {
    test.slow();
    await page.goto("/studio");
    await signIn(page, { email: "technician@sample.hairline", password: SAMPLE_PASSWORD });
  });

  test("its pages fit and are accessible", async ({ page }) => {
    for (const at of ["", "/reviews", "/invitations", "/enquiries", "/badge", "/publish", "/portfolio", "/criteria"]) {
      await expectFitAt(page, `/studio${at}`);
    }
    await expectFitAt(page, await firstBelow(page, "/studio/enquiries"));
  });

  test("its forms fit and are accessible", async ({ page }) => {
    const forms = ["/profile", "/profile/places", "/profile/places/new", "/profile/history", "/profile/preview"];
    const adding = ["authorization", "hygiene", "training", "association"].map((kind) => `/criteria/add/${kind}`);
    for (const at of [...forms, ...adding, "/portfolio/new"]) await expectFitAt(page, `/studio${at}`);
    for (const list of ["/studio/profile/places", "/studio/criteria", "/studio/portfolio"]) {
      await expectFitAt(page, await firstBelow(page, list));
    }
  });
});

test("claiming and starting a profile fit and are accessible", async ({ page }) => {
  test.slow();
  await page.goto("/sign-in");
  await signIn(page, { email: "client@sample.hairline", password: SAMPLE_PASSWORD });
  await expectFitAt(page, "/studio/start");
  await expectFitAt(page, "/studio/start?name=tattoo&place=Toronto");
  await expectFitAt(page, `${await firstProfile(page)}/claim`);
});

test.describe("moderation", () => {
  test("its pages fit and are accessible", async ({ desk }) => {
    test.slow();
    const lists = ["", "/reviews", "/appeals", "/reports", "/bulk", "/members", "/audit"];
    for (const at of [...lists, "/evidence", "/portfolio", "/claims", "/inspections"]) {
      await expectFitAt(desk.page, `/moderation${at}`);
    }
  });

  test("its items fit and are accessible", async ({ desk }) => {
    test.slow();
    for (const list of ["/moderation/reviews", "/moderation/evidence", "/moderation/portfolio"]) {
      await expectFitAt(desk.page, await firstBelow(desk.page, list, "/moderation"));
    }
    const [profile] = await firstProfiles(desk.page, 1);
    await expectFitAt(desk.page, (profile ?? "").replace("/technicians/", "/moderation/profiles/"));
  });
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
