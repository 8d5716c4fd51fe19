import { expect, expectAccessible } from "./page.ts";
import { test } from "./moderators.ts";
import { openFreeListing } from "./claim-listing.ts";
import { mailTo, newPerson, signIn, signUp } from "./people.ts";

test.use({ viewport: { width: 390, height: 844 } });

const PDF = { name: "lease.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") };

test("somebody creates a profile from three facts and reads what is missing before it can be published", async ({
  page,
}) => {
  await signUp(page, newPerson("Nia"));
  await page.goto("/account");
  await page.getByRole("link", { name: "Create or claim your profile" }).click();
  await expect(page.getByRole("heading", { name: "Are you listed already?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Nia Springs");
  await page.getByLabel("Town", { exact: true }).fill("Springfield");
  await page.getByLabel("Main treatment").selectOption("hairline");
  await page.getByRole("button", { name: "Create profile" }).click();
  await page
    .getByRole("group", { name: "Which one do you mean?" })
    .getByLabel(/Illinois/)
    .check();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Nia Springs");
  await page.getByRole("button", { name: "Create profile" }).click();
  await expect(page.getByText("Your profile is there, as a draft that only you see.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publish profile" }).click();
  await expect(page.getByRole("alert")).toContainText("at least one language");
  await expect(page.getByRole("link", { name: /A few sentences about you/ })).toBeVisible();
  await page.goto("/studio/reviews");
  await expect(page.getByRole("heading", { name: "Reviews of you" })).toBeVisible();
});

test("somebody claims a listing with a document, a moderator grants it, and the studio opens", async ({
  page,
  desk,
}) => {
  test.slow();
  const person = newPerson("Ola");
  await signUp(page, person);
  const name = await openFreeListing(page, [
    "Toronto",
    "Brighton",
    "Dublin",
    "Miami",
    "Birmingham",
    "Houston",
    "New York",
  ]);
  await expectAccessible(page);
  await page.getByLabel("Who are you to this studio?").fill(`I own this studio. ${person.name}`);
  await page.getByLabel(/^A document/).check();
  await page.getByLabel(/^Document/).setInputFiles(PDF);
  await page.getByRole("button", { name: "Send claim" }).click();
  await expect(page.getByRole("heading", { name: `Your claim on ${name}` })).toBeVisible();
  await expectAccessible(page);

  await desk.page.goto("/moderation/claims");
  await expectAccessible(desk.page);
  await desk.page.getByRole("link", { name, exact: true }).first().click();
  await expect(desk.page.getByText(person.name).first()).toBeVisible();
  await expect(desk.page.getByRole("link", { name: "Look at the document" })).toBeVisible();
  await expectAccessible(desk.page);
  await desk.page.getByRole("button", { name: "Open", exact: true }).click();
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await expect(desk.page.getByText(/You granted the claim/)).toBeVisible();

  await mailTo(person, /is yours/);
  // The role ended the session.
  await page.goto("/studio/publish");
  await signIn(page, person);
  await expect(page.getByRole("heading", { name: "Publish your profile" })).toBeVisible();
  await page.getByRole("link", { name: "See the listing" }).click();
  await expect(page.getByText("Its technician has claimed this listing and is preparing a profile.")).toBeVisible();
});
