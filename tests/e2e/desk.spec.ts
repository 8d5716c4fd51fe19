import { expect, expectAccessible } from "./page.ts";
import { test } from "./moderators.ts";

test.use({ viewport: { width: 390, height: 844 } });

test("a moderator verifies evidence with its document beside it, and goes on to the next", async ({
  desk: { page },
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/moderation");
  await page.getByRole("list").getByRole("link", { name: "Evidence" }).click();
  await expect(page.getByRole("heading", { name: /Evidence to check/ })).toBeVisible();
  await expectAccessible(page);
  // The oldest evidence of the sample data has a document.
  await page.getByRole("button", { name: "Next item" }).click();
  await expect(page.getByText(/Open with you until/)).toBeVisible();
  const picture = page.getByRole("img", { name: "Page 1 of the document" });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(1600);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Tick what you compared. Readers are told it as the source.").first()).toBeVisible();
  await page.getByLabel("Document seen").check();
  await page.getByLabel("Until a day").check();
  await page.getByLabel(/Expires on/).fill("2099-01-01");
  const heading = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText(/You verified the evidence before this/)).toBeVisible();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).not.toBe(`${heading} `);
  await expect(page.getByText(/Open with you until/)).toBeVisible();
});

test("a licence found revoked is put on hold by one moderator and withdrawn by another", async ({
  page: reader,
  desk,
  otherDesk,
}) => {
  await desk.page.goto("/moderation/evidence?find=an");
  const found = desk.page.getByRole("region", { name: "Verified, to look at again" }).getByRole("link").first();
  const address = (await found.getAttribute("href")) ?? "";
  await found.click();
  const profile = (await desk.page.getByRole("link", { name: /The profile of/ }).getAttribute("href")) ?? "";
  await reader.goto(profile);
  await desk.page.getByLabel("Reason").selectOption("revoked_at_source");
  await desk.page.getByLabel("Facts").fill("The register says that it was revoked on 1 May.");
  await desk.page.getByRole("button", { name: "Put on hold and ask a second moderator" }).click();
  await expect(desk.page.getByText(/Your proposal is kept/)).toBeVisible();

  await otherDesk.page.goto(address);
  await expect(otherDesk.page.getByText("The register says that it was revoked on 1 May.").first()).toBeVisible();
  await expectAccessible(otherDesk.page);
  await otherDesk.page.getByRole("button", { name: "Confirm and withdraw" }).click();
  await expect(otherDesk.page.getByText(/You withdrew the evidence before this/)).toBeVisible();
  await desk.page.goto(address);
  await expect(desk.page.getByText("Withdrawn").first()).toBeVisible();
});
