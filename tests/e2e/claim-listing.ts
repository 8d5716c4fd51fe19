import type { Page } from "@playwright/test";
import { expect, expectAccessible } from "./page.ts";

/** The claim page of the first listing that nobody keeps, near one of these towns; its name. */
export async function openFreeListing(page: Page, towns: readonly string[]): Promise<string> {
  for (const town of towns) {
    await page.goto(`/studio/start?near=${town}`);
    const lines = page.getByRole("list", { name: "Listings found" }).getByRole("listitem");
    const free = lines.filter({ hasNotText: "kept by somebody" }).getByRole("link", { name: /^This is me/ });
    if ((await free.count()) === 0) continue;
    await free.first().click();
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(/^Claim /);
    return (await heading.innerText()).replace(/^Claim /, "");
  }
  throw new Error("every sample listing is claimed");
}

/**
 * Claims a listing near one of these towns by a code that a moderator reads out on the telephone; its name. Whoever is
 * signed in on `page` keeps it from then on.
 */
export async function claimByTelephone(page: Page, desk: Page, towns: readonly string[]): Promise<string> {
  const name = await openFreeListing(page, towns);
  await page.getByLabel("Who are you to this studio?").fill("I work here, and the telephone is mine.");
  await page.getByLabel(/^Code by telephone/).check();
  await page.getByRole("button", { name: "Send claim" }).click();
  await expect(page.getByRole("heading", { name: `Your claim on ${name}` })).toBeVisible();
  const claim = page.url();

  await desk.goto("/moderation/claims");
  await desk.getByRole("button", { name: `Make a code for ${name}` }).click();
  const code = await desk
    .getByRole("region", { name: "The code" })
    .getByText(/^\d{4} \d{4}$/)
    .innerText();
  await expectAccessible(desk);

  await page.goto(claim);
  await page.getByLabel("Code").fill("0000 0000");
  await page.getByRole("button", { name: "Use this code" }).click();
  await expect(page.getByText("You have 4 tries left.").first()).toBeVisible();
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Use this code" }).click();
  await expect(page.getByText("The listing is yours now.")).toBeVisible();
  return name;
}
