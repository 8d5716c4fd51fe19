import { expect, firstProfile, test } from "./page.ts";

test.use({ javaScriptEnabled: false });

test("searching, narrowing and reading need no JavaScript", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("What are you looking for?").fill("scar");
  await page.getByLabel("Where?").fill("Toronto");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /technicians? near Toronto/ })).toBeVisible();

  await page.goto("/technicians");
  await page.getByLabel("Track record").check();
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page).toHaveURL(/verified=portfolio/);
  await expect(page.getByRole("link", { name: "Remove Checked: track record" })).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page).toHaveURL(/verified=portfolio/);
});

test("a profile shows its facts and both pictures of a case without JavaScript", async ({ page }) => {
  await page.goto(await firstProfile(page));
  await expect(page.getByRole("heading", { name: "Authorised" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Track record" })).toBeVisible();
});
