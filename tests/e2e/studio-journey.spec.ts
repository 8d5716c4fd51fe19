import { expect, hydrated } from "./page.ts";
import { test } from "./moderators.ts";
import { newPerson, signUp } from "./people.ts";

test.use({ viewport: { width: 390, height: 844 } });

const LICENCE = {
  name: "licence.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\nlicence\n%%EOF"),
};

test("a profile is made, completed and published, its licence checked, and the badge stands in search and on other sites", async ({
  page,
  desk,
}) => {
  test.slow();
  const person = newPerson("Juno");
  await signUp(page, person);
  await page.goto("/studio/start");
  await page.getByLabel("Name", { exact: true }).fill(person.name);
  await page.getByLabel("Town", { exact: true }).fill("Los Angeles");
  await page.getByLabel("Main treatment").selectOption("hairline");
  await page.getByRole("button", { name: "Create profile" }).click();
  const which = page.getByRole("group", { name: "Which one do you mean?" });
  if (await which.isVisible()) {
    await which.getByLabel(/California/).check();
    await page.getByRole("button", { name: "Create profile" }).click();
  }
  await expect(page.getByText("Your profile is there, as a draft that only you see.")).toBeVisible();

  await page.goto("/studio/profile");
  await hydrated(page);
  const about = page.getByRole("region", { name: "About you", exact: true });
  await about
    .getByRole("textbox", { name: "About you" })
    .fill("I only do hairlines, slowly and by hand, and I show you healed work before we begin anything.");
  await about.getByLabel("English").check();
  await about.getByRole("button", { name: "Save", exact: true }).click();
  await expect(about.getByText(/^Saved \d/)).toBeVisible({ timeout: 25_000 });
  await page.getByRole("button", { name: "Publish profile" }).click();
  await expect(page.getByText("Your profile is published.", { exact: false }).first()).toBeVisible();

  await page.goto("/studio/criteria/add/authorization?regime=us-ca");
  await page.getByLabel("Issued by").fill("County of Los Angeles");
  await page.getByLabel("Number").fill(person.name);
  await page.getByLabel("Issued on").fill("2026-06-01");
  await page.getByLabel("Expires on").fill("2099-06-01");
  await page.getByLabel("File").setInputFiles(LICENCE);
  await page.getByRole("button", { name: "Submit for checking" }).click();
  await expect(page.getByText("Being checked", { exact: true })).toBeVisible();
  const item = `/moderation/evidence/${new URL(page.url()).pathname.split("/").at(-1) ?? ""}`;

  const search = `/technicians?q=${encodeURIComponent(person.name)}&verified=authorization`;
  await page.goto(search);
  await expect(page.getByRole("article").filter({ hasText: person.name })).toHaveCount(0);

  await desk.page.goto(item);
  await desk.page.getByRole("button", { name: "Open", exact: true }).click();
  await desk.page.getByLabel("Document seen").check();
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await expect(desk.page.getByText(/You verified the evidence before this/)).toBeVisible();

  const card = page.getByRole("article").filter({ hasText: person.name });
  await expect(async () => {
    await page.goto(search);
    await expect(card.getByRole("img", { name: "Authorised: checked" })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
  const profile = (await card.getByRole("heading").getByRole("link").getAttribute("href")) ?? "";
  const badge = await page.request.get(`${profile}/badge.svg`);
  expect(await badge.text()).toMatch(/Authorised[^<]*: checked/i);
});
