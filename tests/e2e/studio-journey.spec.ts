import { claimByTelephone } from "./claim-listing.ts";
import { expect, firstProfiles, hydrated } from "./page.ts";
import { test } from "./moderators.ts";
import { mailTo, newPerson, signUp } from "./people.ts";
import { runScript } from "./run-script.ts";

test.use({ viewport: { width: 390, height: 844 } });

const LICENCE = {
  name: "licence.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\nlicence\n%%EOF"),
};

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const YESTERDAY_WORDS = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
  new Date(YESTERDAY),
);

test("a listing is claimed, completed and published, its licence checked and shown everywhere, until it has run out", async ({
  page,
  desk,
}) => {
  test.slow();
  const person = newPerson("Juno");
  await signUp(page, person);
  const towns = ["San Diego", "Seattle", "Vancouver", "Liverpool", "London", "Sydney", "Leicester"];
  const name = await claimByTelephone(page, desk.page, towns);

  await page.goto("/studio/profile");
  await hydrated(page);
  const about = page.getByRole("region", { name: "About you", exact: true });
  await about
    .getByRole("textbox", { name: "About you" })
    .fill("I only do hairlines, slowly and by hand, and I show you healed work before we begin anything.");
  await about.getByLabel("English").check();
  await about.getByRole("button", { name: "Save", exact: true }).click();
  await expect(about.getByText(/^Saved \d/)).toBeVisible({ timeout: 25_000 });
  const treatments = page.getByRole("region", { name: "Treatments, concerns and skin types" });
  await treatments.getByLabel("Hairline", { exact: true }).check();
  await treatments.getByRole("button", { name: "Save", exact: true }).click();
  await expect(treatments.getByText(/^Saved \d/)).toBeVisible({ timeout: 25_000 });
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

  const search = `/technicians?q=${encodeURIComponent(name)}&verified=authorization`;
  await page.goto(search);
  await expect(page.getByRole("article").filter({ hasText: name })).toHaveCount(0);

  await desk.page.goto(item);
  await desk.page.getByRole("button", { name: "Open", exact: true }).click();
  await desk.page.getByLabel("Document seen").check();
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await expect(desk.page.getByText(/You verified the evidence before this/)).toBeVisible();

  const card = page.getByRole("article").filter({ hasText: name });
  await expect(async () => {
    await page.goto(search);
    await expect(card.getByRole("img", { name: "Authorised: checked" })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
  const profile = (await card.getByRole("heading").getByRole("link").getAttribute("href")) ?? "";
  const badge = await page.request.get(`${profile}/badge.svg`);
  expect(await badge.text()).toMatch(/Authorised[^<]*: checked/i);

  await runScript("tests/e2e/end-evidence.ts", item.split("/").at(-1) ?? "", YESTERDAY);
  await page.goto(profile);
  await expect(page.getByText(`Expired on ${YESTERDAY_WORDS}`).first()).toBeVisible();
  expect(await (await page.request.get(`${profile}/badge.svg`)).text()).toMatch(/Authorised[^<]*: expired/i);
  await expect(async () => {
    await page.goto(search);
    await expect(card).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 5_000 });
  await page.goto(`/technicians?q=${encodeURIComponent(name)}`);
  await expect(card.getByRole("img", { name: "Authorised: expired" })).toBeVisible();
  const [other] = await firstProfiles(page, 1);
  await page.goto(`/compare?${[profile, other].map((path) => `t=${path?.split("/").at(-1)}`).join("&")}`);
  await expect(page.getByText(/^Expired/).first()).toBeVisible();

  await mailTo(person, /has run out/);
  await page.goto("/studio/criteria");
  await expect(page.getByText(`Expired on ${YESTERDAY_WORDS}`).first()).toBeVisible();
  await page.getByRole("link", { name: "Add the new one" }).first().click();
  await expect(page.getByLabel("Number")).toHaveValue(person.name);
});
