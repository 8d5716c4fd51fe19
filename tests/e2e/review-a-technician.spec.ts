import { expect, expectAccessible } from "./page.ts";
import { test } from "./moderators.ts";
import { linkTo, mailTo, newPerson, signUp } from "./people.ts";
import { fillReview, REVIEW_TEXT, sendReview } from "./write-review.ts";

/** A draft is saved after five quiet seconds; the rest is for a machine that is busy with other browsers. */
const SAVED_WITHIN_MS = 25_000;

test("from signing up to a published review, decided without seeing its stars", async ({ page, desk }) => {
  const client = newPerson("Casey");
  await signUp(page, client);
  const title = `Soft hairline ${client.name}`;
  const { profile, own, id } = await sendReview(page, 0, title);
  await expect(page.getByText(title)).toBeVisible();
  await expectAccessible(page);
  await mailTo(client, "Your review has arrived");

  await desk.page.goto(`/moderation/reviews/${id}`);
  await expect(desk.page.getByText(REVIEW_TEXT).first()).toBeVisible();
  await expect(desk.page.getByText(/4 - better|out of 5/)).toHaveCount(0);
  await expectAccessible(desk.page);
  await desk.page.getByRole("button", { name: "Open", exact: true }).click();
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await expect(desk.page.getByText(/You (published|approved)/)).toBeVisible();

  const mail = await mailTo(client, /published/i);
  await page.goto(linkTo(mail, "/"));
  await page.goto(`${profile}/reviews`);
  const review = page.getByRole("article", { name: title });
  await expect(review).toContainText(REVIEW_TEXT);
  await expect(review).toContainText(client.name);
  await expect(review).toContainText("Contact confirmed");
  await page.goto(own);
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(/published/i);
});

test("a draft is kept as one types, and goes on elsewhere", async ({ page, browser, baseURL }) => {
  const client = newPerson("Drew");
  await signUp(page, client);
  await page.goto("/technicians?sort=reviews");
  await page.getByRole("article").nth(3).getByRole("heading").getByRole("link").click();
  await page.getByRole("link", { name: "Write a review" }).first().click();
  const address = page.url();
  await page.getByLabel("Title").fill("Half a thought");
  await expect(page.getByText(/^Saved \d/)).toBeVisible({ timeout: SAVED_WITHIN_MS });

  const elsewhere = await browser.newContext({ baseURL, storageState: await page.context().storageState() });
  const other = await elsewhere.newPage();
  await other.goto(address);
  await expect(other.getByLabel("Title")).toHaveValue("Half a thought");
  await elsewhere.close();
});

test("what is typed before the page's scripts have come stays, and is kept too", async ({ page }) => {
  await signUp(page, newPerson("Gale"));
  await page.goto("/technicians?sort=reviews");
  await page.getByRole("article").nth(6).getByRole("heading").getByRole("link").click();
  await page.getByRole("link", { name: "Write a review" }).first().click();
  await page.getByLabel("Title").fill("First thought");
  await page.getByLabel(/What happened/).fill("First words.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("Your draft is saved.")).toBeVisible();

  let letScriptsCome: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letScriptsCome = resolve));
  await page.route(/\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(page.url().replace(/\?.*/, ""), { waitUntil: "commit" });
  await page.getByLabel("Title").fill("Second thought");
  await page.getByLabel(/What happened/).fill("Second words.");
  letScriptsCome();
  await expect(page.getByText(/^Saved \d/)).toBeVisible({ timeout: SAVED_WITHIN_MS });
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("Second thought");
  await expect(page.getByLabel(/What happened/)).toHaveValue("Second words.");
});

test("what is missing is said beside its field, and nothing typed is lost", async ({ page }) => {
  await signUp(page, newPerson("Eli"));
  await page.goto("/technicians?sort=reviews");
  await page.getByRole("article").nth(4).getByRole("heading").getByRole("link").click();
  await page.getByRole("link", { name: "Write a review" }).first().click();
  await fillReview(page, { title: "Too short", text: "Nice." });
  await page.getByRole("button", { name: "Submit review" }).click();
  await expect(page.getByLabel(/What happened/)).toHaveAccessibleDescription(/at least 40 characters/);
  await expect(page.getByLabel("Title")).toHaveValue("Too short");
  await expect(page.getByRole("group", { name: "Overall rating" }).getByLabel(/^4 - /)).toBeChecked();
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a review is written, saved, sent, and read by its author", async ({ page }) => {
    const client = newPerson("Frankie");
    await signUp(page, client);
    const { own } = await sendReview(page, 5, `No scripts ${client.name}`);
    await page.goto("/account/reviews");
    await page.locator(`a[href="${own}"]`).first().click();
    await expect(page.getByText(REVIEW_TEXT)).toBeVisible();
  });
});
