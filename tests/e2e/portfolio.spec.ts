import type { Page } from "@playwright/test";
import { addCase, noise } from "./add-case.ts";
import { expect, expectAccessible } from "./page.ts";
import { test } from "./moderators.ts";
import { linkTo, mailTo, newPerson } from "./people.ts";

test.use({ viewport: { width: 390, height: 844 } });

async function addPicture(page: Page, name: string, fill: () => Promise<void>, count: number): Promise<void> {
  const form = page.getByRole("form", { name: "Add pictures" });
  await fill();
  await form
    .getByLabel("Choose pictures")
    .setInputFiles({ name, mimeType: "image/jpeg", buffer: await noise(640, 480) });
  await expect(page.getByRole("img", { name: `Picture ${count}` })).toBeVisible();
}

test("a case is made on a phone, agreed to by a link, checked, shown, and gone when consent is taken back", async ({
  page,
  browser,
  baseURL,
  desk,
}) => {
  test.setTimeout(240_000);
  const subject = newPerson("Morgan");
  const title = `Crown of ${subject.name}`;
  await addCase(page, title);

  const form = page.getByRole("form", { name: "Add pictures" });
  await addPicture(page, "before.jpg", () => form.getByLabel("Before the treatment").check(), 1);
  const fillResult = async () => {
    await form.getByLabel("A result").check();
    await form.getByLabel("Day it was taken").fill("2026-04-20");
  };
  await addPicture(page, "after.jpg", fillResult, 2);
  await expect(page.getByText("Healed, 3 months").first()).toBeVisible();
  await expectAccessible(page);

  const caseUrl = page.url().split("?")[0] ?? "";
  await page.getByRole("link", { name: "Turn, crop or cover picture 2" }).click();
  await page.getByRole("button", { name: "A quarter to the right" }).click();
  await expect(page.getByText(/The picture as it was is deleted/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(caseUrl);
  await page.getByLabel("Email of the person in the pictures").fill(subject.email);
  await page.getByRole("button", { name: "Ask for consent" }).click();
  await expect(page.getByText("The mail is on its way.")).toBeVisible();

  const client = await (await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } })).newPage();
  const link = linkTo(await mailTo(subject, /asks for your consent/), "/consents/");
  await client.goto(link);
  await expect(client.getByRole("heading", { name: "May these pictures of you be shown?" })).toBeVisible();
  await expectAccessible(client);
  await client.getByRole("checkbox").check();
  await client.getByRole("button", { name: "Yes, these pictures may be shown" }).click();
  await expect(client.getByRole("heading", { name: "You said yes" })).toBeVisible();

  await page.goto(caseUrl);
  await page.getByRole("button", { name: "Submit for checking" }).click();
  await expect(page.getByText("The case was handed in.")).toBeVisible();

  await desk.page.goto(`/moderation/portfolio/${caseUrl.split("/").at(-1) ?? ""}`);
  await expect(desk.page.getByRole("heading", { name: title })).toBeVisible();
  await expectAccessible(desk.page);
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await expect(desk.page.getByText(/You published/)).toBeVisible();

  await page.goto(caseUrl);
  await expect(page.getByText(`${desk.name} (moderator)`)).toBeVisible();
  const source = (await page.getByRole("img", { name: "Picture 2" }).getAttribute("src")) ?? "";
  await page.goto("/studio/reviews");
  const profile = (await page.getByRole("link", { name: "See them as readers do" }).getAttribute("href")) ?? "";
  const reader = await (await browser.newContext({ baseURL })).newPage();
  await reader.goto(profile.replace(/\/reviews$/, ""));
  await expect(reader.getByRole("heading", { name: title })).toBeVisible();
  expect((await reader.request.get(source)).status()).toBe(200);

  await client.reload();
  await client.getByText("I have changed my mind").click();
  await client.getByRole("button", { name: "Take back my consent" }).click();
  await expect(client.getByRole("heading", { name: "You took back your consent" })).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole("heading", { name: title })).toHaveCount(0);
  expect((await reader.request.get(source)).status()).toBe(404);
  expect((await client.request.get(source)).status()).toBe(404);
});
