import { expect, firstProfile, hydrated, test } from "./page.ts";

const WHAT = "What are you looking for?";
const WHERE = "Where?";

test("a client types what and where, narrows by what can be checked, and opens a profile", async ({ page }) => {
  await page.goto("/");
  await hydrated(page);
  await page.getByRole("combobox", { name: WHERE }).pressSequentially("leed", { delay: 30 });
  await page.getByRole("option", { name: /^Leeds, England, United Kingdom/ }).click();
  await expect(page.getByRole("combobox", { name: WHERE })).toHaveValue("Leeds, England, United Kingdom");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/technicians\?.*near=Leeds/);
  await expect(page.getByRole("heading", { level: 2, name: /\d+ technicians? near Leeds/ })).toBeVisible();

  await hydrated(page);
  const before = await page.getByRole("article").count();
  await page.getByRole("checkbox", { name: /^Authorised/ }).check();
  await expect(page).toHaveURL(/verified=authorization/);
  await expect(page.getByRole("link", { name: "Remove Checked: authorised" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Authorised/ })).toBeFocused();
  expect(await page.getByRole("article").count()).toBeLessThanOrEqual(before);

  const name = (await page.getByRole("article").first().getByRole("heading").textContent()) ?? "";
  await page.getByRole("article").first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name.trim());
  await expect(page.getByText(/Checked on \d+ \w+ \d{4}|checked .* on/i).first()).toBeVisible();
});

test("the count beside an option is what choosing it gives", async ({ page }) => {
  await page.goto("/technicians?treatment=density");
  await hydrated(page);
  const label = page.locator("label", { has: page.getByRole("checkbox", { name: /^Sterile environment/ }) });
  const count = Number((await label.textContent())?.match(/\d+$/)?.[0]);
  await label.getByRole("checkbox").check();
  await expect(page).toHaveURL(/verified=sterile/);
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(`^${count} technicians?`) })).toBeVisible();
});

test("a chip takes its filter away in place", async ({ page }) => {
  await page.goto("/technicians?gender=woman&treatment=density");
  await hydrated(page);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole("link", { name: "Remove Woman" }).click();
  await expect(page).not.toHaveURL(/gender/);
  await expect(page).toHaveURL(/treatment=density/);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("a search that finds nothing names the filter to loosen, with what that gives", async ({ page }) => {
  await page.goto("/technicians?q=zzzz+qqqq&gender=man&near=Leeds");
  await hydrated(page);
  await expect(page.getByRole("heading", { level: 2, name: /^0 technicians/ })).toBeVisible();
  const line = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Without “zzzz qqqq”/ }) });
  const count = Number((await line.textContent())?.match(/: (\d+) technicians?$/)?.[1]);
  expect(count).toBeGreaterThan(0);
  await line.getByRole("link").click();
  await expect(
    page.getByRole("heading", { level: 2, name: new RegExp(`^${count} technicians? near Leeds`) }),
  ).toBeVisible();
});

test("values that can't be used are named, and the rest of the search is kept", async ({ page }) => {
  await page.goto("/technicians?treatment=nonsense&gender=woman&near=Qqqqqqqqqq&sort=distance");
  await expect(page.getByText("treatment=nonsense")).toBeVisible();
  await expect(page.getByText("near=Qqqqqqqqqq")).toBeVisible();
  await expect(page.getByRole("link", { name: "Remove Woman" })).toBeVisible();
});

test("the position of the browser is used when its owner agrees", async ({ page, context }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 53.80123, longitude: -1.54876 });
  await page.goto("/technicians");
  await page.getByRole("button", { name: "Use my location" }).click();
  await expect(page).toHaveURL(/lat=53.8&lng=-1.55/);
  await expect(page.getByRole("heading", { level: 2, name: /near your position/ })).toBeVisible();
});

test("reviews can be narrowed by stars, and paged", async ({ page }) => {
  await page.goto(`${await firstProfile(page)}/reviews`);
  await hydrated(page);
  await expect(page.getByText(/page 1 of \d+/)).toBeVisible();
  await page.getByRole("link", { name: "Next" }).first().click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText(/page 2 of \d+/)).toBeVisible();
  await hydrated(page);
  await page.getByLabel("Stars", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Show reviews" }).click();
  await expect(page).toHaveURL(/stars=5/);
  await expect(page).not.toHaveURL(/page=2/);
  const shown = page.getByRole("article");
  await expect(shown.first()).toBeVisible();
  for (const review of await shown.all()) await expect(review).toContainText("5.0");
});

test("the whole way by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await hydrated(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.getByRole("combobox", { name: WHAT }).focus();
  await page.keyboard.type("scar");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/technicians\?q=/);
  await hydrated(page);
  await page.getByRole("article").first().getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/technicians\/[a-z0-9-]+$/);
});
