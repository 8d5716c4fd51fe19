import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./page.ts";
import { signIn } from "./people.ts";

const KEEPER = { email: "technician@sample.hairline", password: "hairline-sample-2026" };
const PHONE = { width: 390, height: 844 };
/** A browser without a person says so in its name, and is not counted. */
const TELEPHONE =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

test.use({ viewport: PHONE });

/** Moves on by the keyboard alone until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("the keyboard does not lead there");
}

async function viewsShown(page: Page): Promise<number> {
  await page.goto("/studio");
  const views = page.getByRole("region", { name: "Profile views" });
  if ((await views.count()) === 0) return 0;
  return Number(
    /^[\d,]+/
      .exec(await views.innerText().then((text) => text.split("\n").find((line) => /^\d/.test(line)) ?? "0"))?.[0]
      .replaceAll(",", ""),
  );
}

test("a visitor's view shows in the studio, which works by keyboard alone", async ({ page, browser, baseURL }) => {
  await page.goto("/studio");
  await signIn(page, KEEPER);
  await page.goto("/studio");
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
  const profile = await page.getByRole("link", { name: /open your profile as readers see it/ }).getAttribute("href");
  const before = await viewsShown(page);

  const visitor = await browser.newContext({ baseURL, viewport: PHONE, userAgent: TELEPHONE });
  const reader = await visitor.newPage();
  await reader.goto(profile ?? "");
  expect((await visitor.cookies()).map(({ name }) => name)).toEqual([]);
  // The keeper's own look is none.
  await page.goto(profile ?? "");
  await expect.poll(() => viewsShown(page), { timeout: 25_000, intervals: [1_000] }).toBe(before + 1);
  await expectAccessible(page);

  await tabTo(page, page.getByRole("link", { name: "Last 12 months" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/span=month/);
  const views = page.getByRole("region", { name: "Profile views" });
  await tabTo(page, views.getByText("The same as a table"));
  await page.keyboard.press("Enter");
  await expect(views.getByRole("table")).toBeVisible();
});

test("the badge shows on a page of another site, in both lights, and its code is there to copy", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("/studio/badge");
  await signIn(page, KEEPER);
  await page.goto("/studio/badge");
  await expectAccessible(page);
  await page.getByLabel("Size").selectOption({ label: "Small: the six dots" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/size=small/);
  const code = await page.getByLabel("Code to copy").inputValue();
  expect(code).toContain("badge.svg?size=small");

  // A page on loopback like this one: browsers let no page of the world load from there.
  const studio = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html").end(`<!doctype html><title>A studio</title>${code}`);
  });
  await new Promise<void>((ready) => studio.listen(0, "127.0.0.1", ready));
  try {
    const { port } = studio.address() as AddressInfo;
    for (const colorScheme of ["light", "dark"] as const) {
      const elsewhere = await (await browser.newContext({ colorScheme })).newPage();
      await elsewhere.goto(`http://127.0.0.1:${port}/`);
      const picture = elsewhere.getByRole("img", { name: /^What is checked about .* on Hairline$/ });
      await expect
        .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
        .toBe(212);
      const link = elsewhere.getByRole("link");
      expect(await link.getAttribute("href")).toMatch(new RegExp(`^${baseURL ?? ""}/technicians/`));
    }
  } finally {
    studio.close();
  }
});
