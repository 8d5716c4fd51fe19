import { expect, expectAccessible, hydrated, test } from "./page.ts";
import { signIn } from "./people.ts";

test.use({ viewport: { width: 390, height: 844 } });
// One profile for all of it, and what is changed is put back.
test.describe.configure({ mode: "serial" });

const TECHNICIAN = { email: "technician@sample.hairline", password: "hairline-sample-2026" };
/** Saved after a pause of a few seconds; the rest is for a machine that is busy with other browsers. */
const SAVED_WITHIN_MS = 25_000;

test("a profile is edited on a phone: it saves itself, survives a reload, and two windows don’t overwrite each other", async ({
  page,
  context,
}) => {
  await page.goto("/sign-in");
  await signIn(page, TECHNICIAN);
  await page.goto("/studio/profile");
  await hydrated(page);
  await expectAccessible(page);
  const about = page.getByRole("region", { name: "About you", exact: true });
  const bio = about.getByRole("textbox", { name: "About you" });
  const before = await bio.inputValue();
  await bio.fill("Soft hairlines, small dots, no hurry.");
  await expect(about.getByText(/^Saved \d/)).toBeVisible({ timeout: SAVED_WITHIN_MS });
  await page.reload();
  await expect(bio).toHaveValue("Soft hairlines, small dots, no hurry.");
  await hydrated(page);

  const desk = await context.newPage();
  await desk.goto("/studio/profile");
  await hydrated(desk);
  const deskAbout = desk.getByRole("region", { name: "About you", exact: true });
  await deskAbout.getByRole("textbox", { name: "About you" }).fill("Written at the desk.");
  await expect(deskAbout.getByText(/^Saved \d/)).toBeVisible({ timeout: SAVED_WITHIN_MS });
  await desk.close();

  await bio.fill("Written on the phone.");
  await about.getByRole("button", { name: "Save", exact: true }).click();
  await expect(about.getByText(/changed in another window/)).toBeVisible({ timeout: SAVED_WITHIN_MS });
  await expect(about.getByText("Written at the desk.")).toBeVisible();
  await about.getByRole("button", { name: "Save what is typed here" }).click();
  await expect(about.getByText(/^Saved \d/)).toBeVisible({ timeout: SAVED_WITHIN_MS });

  await page.goto("/studio/profile/preview");
  await expect(page.getByText("Preview: only you see this.")).toBeVisible();
  await expect(page.getByText("Written on the phone.")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/studio/profile");
  await hydrated(page);
  await bio.fill(before);
  await expect(about.getByText(/^Saved \d/)).toBeVisible({ timeout: SAVED_WITHIN_MS });
  await page.goto("/studio/profile/history");
  await expectAccessible(page);
});

test("without JavaScript each section has its button, and a price is added and removed", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await signIn(page, TECHNICIAN);
  await page.goto("/studio/profile");
  const practice = page.getByRole("region", { name: "Your practice" });
  const since = practice.getByLabel(/Practising SMP since/);
  const before = await since.inputValue();
  await since.fill("1066");
  await practice.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Give a year from/).first()).toBeVisible();
  await expect(since).toHaveValue("1066");
  await since.fill("2015");
  await practice.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(since).toHaveValue("2015");
  await since.fill(before);
  await practice.getByRole("button", { name: "Save", exact: true }).click();

  const prices = page.getByRole("region", { name: "Prices" });
  await prices.getByText("Add a price").click();
  const added = prices.locator("form").filter({ has: page.getByRole("button", { name: "Add this price" }) });
  await added.getByLabel("Treatment").selectOption("fading_referral");
  await added.getByLabel("Price from").fill("77.50");
  await added.getByRole("button", { name: "Add this price" }).click();
  await expect(prices.getByText(/77\.50/)).toBeVisible();
  await prices.getByText("Change Fading or laser removal referral").last().click();
  await prices.getByRole("button", { name: "Remove this price" }).last().click();
  await expect(prices.getByText(/77\.50/)).toHaveCount(0);
  await context.close();
});

test("a place is added, pinned by the arrow keys, and removed", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, TECHNICIAN);
  await page.goto("/studio/profile/places/new");
  await page.getByLabel("Name of the place").fill("Guest room");
  await page.getByLabel("Street and number").fill("3 Fennel Street");
  await page.getByLabel("Town").fill("York");
  await page.getByRole("button", { name: "Add this place" }).click();
  await page.getByRole("radio", { name: "York, England, United Kingdom" }).check();
  await page.getByRole("button", { name: "Add this place" }).click();
  await expect(page.getByText("Now put the pin where the door is")).toBeVisible();
  await hydrated(page);
  await expectAccessible(page);
  const latitude = page.getByLabel("Latitude");
  const north = Number(await latitude.inputValue());
  await page.getByRole("img", { name: /^Pin/ }).press("ArrowUp");
  expect(Number(await latitude.inputValue())).toBeGreaterThan(north);
  await page.getByLabel("Monday, opens").fill("09:00");
  await page.getByLabel("Monday, closes").fill("17:00");
  await page.getByRole("button", { name: "Save this place" }).click();
  const place = page.getByRole("listitem").filter({ hasText: "Guest room" });
  await expect(place).toContainText("Monday 09:00 to 17:00");
  await expectAccessible(page);
  await place.getByRole("link", { name: /Change/ }).click();
  await page.getByText("Remove this place").first().click();
  await page.getByLabel(/I don’t work here any more/).check();
  await page.getByRole("button", { name: "Remove this place" }).click();
  await expect(page.getByText("The place is off your profile.")).toBeVisible();
});
