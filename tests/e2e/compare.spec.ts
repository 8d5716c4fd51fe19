import type { Locator, Page } from "@playwright/test";
import { expect, firstProfiles, hydrated, test } from "./page.ts";

const SEARCH = "/technicians?sort=reviews";

const card = (page: Page, at: number) => page.getByRole("article").nth(at);
const nameOf = async (within: Locator) => ((await within.getByRole("heading").textContent()) ?? "").trim();
const tray = (page: Page) => page.getByRole("region", { name: "Comparison", exact: true });
const press = (within: Locator, name: string) => within.getByRole("button", { name: new RegExp(`^${name}: `) }).click();
const columns = (page: Page) => page.getByRole("columnheader");

/** The values of the reader's cookies. */
async function lists(page: Page): Promise<Record<string, string[]>> {
  const cookies = await page.context().cookies();
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value.split(".")]));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page: Page) => (javaScriptEnabled ? hydrated(page) : page.waitForLoadState());

    test("two technicians from the search stand side by side, and one can be taken away", async ({ page }) => {
      await page.goto(SEARCH);
      await ready(page);
      const [one, two] = [await nameOf(card(page, 0)), await nameOf(card(page, 1))];
      await press(card(page, 0), "Compare");
      await expect(tray(page)).toContainText("Choose one more");
      await expect(tray(page).getByRole("link", { name: "Compare" })).toHaveCount(0);
      await press(card(page, 1), "Compare");
      await expect(card(page, 1).getByRole("button", { name: `Remove from comparison: ${two}` })).toBeVisible();
      await expect(page).toHaveURL(/\/technicians\?sort=reviews/);

      await tray(page).getByRole("link", { name: "Compare" }).click();
      await expect(page).toHaveURL(/\/compare\?t=[a-z0-9-]+&t=[a-z0-9-]+$/);
      await expect(page).toHaveTitle(`Compare ${one} and ${two} | Hairline`);
      await expect(columns(page)).toHaveText([new RegExp(one), new RegExp(two)]);
      await expect(page.getByRole("rowheader", { name: /^Authorised/ })).toBeVisible();

      await page.getByRole("button", { name: `Remove from comparison: ${one}` }).click();
      await expect(page.getByText("A comparison needs 2 to 4 technicians")).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", { name: two })).toBeVisible();
      expect((await lists(page))["compare"]).toHaveLength(1);
    });

    test("only the rows that differ are left on request, and all of them say so", async ({ page }) => {
      const [one = "", two = ""] = (await firstProfiles(page, 2)).map((href) => href.split("/").at(-1));
      await page.goto(`/compare?t=${one}&t=${two}`);
      const rows = page.getByRole("rowheader").filter({ hasNotText: /^$/ });
      const differing = await page.getByText("Differs", { exact: true }).count();
      const all = await rows.count();
      await page.getByRole("link", { name: "Only differences" }).click();
      await expect(page).toHaveURL(/only=differences/);
      await expect(page.getByText("Differs", { exact: true })).toHaveCount(differing);
      expect(await rows.count()).toBeLessThan(all);
      await page.getByRole("link", { name: "All facts" }).click();
      await expect(rows).toHaveCount(all);
    });

    test("the shortlist keeps its order, survives a restart of the browser, and chooses whom to compare", async ({
      page,
      browser,
    }) => {
      await page.goto(SEARCH);
      await ready(page);
      const names: string[] = [];
      for (const at of [2, 0, 1]) {
        names.push(await nameOf(card(page, at)));
        await press(card(page, at), "Add to shortlist");
        await expect(page.getByRole("link", { name: `Shortlist (${names.length})` })).toBeVisible();
        await ready(page);
      }
      // Which cookies a browser writes to its disk is decided by their day of expiry.
      await expect.poll(async () => (await lists(page))["shortlist"]?.length).toBe(3);
      const cookies = (await page.context().cookies()).filter(({ expires }) => expires > Date.now() / 1000);
      const restarted = await browser.newContext({ javaScriptEnabled, storageState: { cookies, origins: [] } });
      const later = await restarted.newPage();
      await later.goto(new URL("/shortlist", page.url()).href);
      await ready(later);
      await expect(later.getByRole("article").getByRole("heading")).toHaveText(names);

      for (const name of names.slice(0, 2)) await later.getByRole("checkbox", { name: `Choose ${name}` }).check();
      await later.getByRole("button", { name: "Compare", exact: true }).click();
      await expect(columns(later)).toHaveText(names.slice(0, 2).map((name) => new RegExp(name)));

      await later.goto(new URL("/shortlist", page.url()).href);
      await ready(later);
      await later.getByRole("button", { name: `Remove from shortlist: ${names[0]}` }).click();
      await expect(later.getByRole("article").getByRole("heading")).toHaveText(names.slice(1));
      await expect(later.getByRole("link", { name: "Shortlist (2)" })).toBeVisible();
      await restarted.close();
    });

    test("a fifth finds no place, and is told so", async ({ page }) => {
      await page.goto(SEARCH);
      await ready(page);
      for (let at = 0; at < 4; at += 1) {
        await press(card(page, at), "Compare");
        await expect(card(page, at).getByRole("button", { name: /^Remove from comparison: / })).toBeVisible();
        await ready(page);
      }
      const fifth = await nameOf(card(page, 4));
      await press(card(page, 4), "Compare");
      await expect(page.getByText(javaScriptEnabled ? /is full: 4 is the most/ : `Left out: ${fifth}.`)).toBeVisible();
      await expect.poll(async () => (await lists(page))["compare"]?.length).toBe(4);
    });

    test("a profile can be kept, and the page comes back to where it was", async ({ page }) => {
      const [address = ""] = await firstProfiles(page, 1);
      await page.goto(address);
      await ready(page);
      await press(page.getByRole("main"), "Add to shortlist");
      await expect(page.getByRole("button", { name: /^Remove from shortlist: / })).toBeVisible();
      expect(new URL(page.url()).pathname).toBe(address);
    });
  });
}

test("presses one after the other show at once and lose nothing on a slow connection, and the focus stays", async ({
  page,
}) => {
  await page.goto(SEARCH);
  await hydrated(page);
  let letThrough = () => {};
  const isOpen = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/shortlist.data", async (route) => {
    await isOpen;
    await route.continue();
  });
  const slugs = await page.getByRole("button", { name: /^Add to shortlist/ }).evaluateAll((all) => {
    for (const button of all.slice(0, 8)) if (button instanceof HTMLElement) button.click();
    return all.slice(0, 8).map((button) => button.getAttribute("value"));
  });
  await card(page, 2)
    .getByRole("button", { name: /shortlist/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Shortlist (7)" })).toBeVisible();
  await expect(card(page, 2).getByRole("button", { name: /^Add to shortlist/ })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Removed from shortlist" })).toHaveCount(1);
  expect((await lists(page))["shortlist"]).toBeUndefined();
  letThrough();
  await expect.poll(async () => (await lists(page))["shortlist"]).toEqual(slugs.filter((_, at) => at !== 2));
});

test("a press still under way when the page is left is not lost", async ({ page }) => {
  await page.goto(SEARCH);
  await hydrated(page);
  await press(card(page, 0), "Add to shortlist");
  await page.goto("/policies/ranking");
  await expect.poll(async () => (await lists(page))["shortlist"]?.length).toBe(1);
});

test("going back shows what was kept since", async ({ page }) => {
  await page.goto(SEARCH);
  await hydrated(page);
  await card(page, 0).getByRole("heading").getByRole("link").click();
  await hydrated(page);
  await press(page.getByRole("main"), "Add to shortlist");
  await expect.poll(async () => (await lists(page))["shortlist"]?.length).toBe(1);
  await page.goBack();
  await expect(card(page, 0).getByRole("button", { name: /^Remove from shortlist/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Shortlist (1)" })).toBeVisible();
});

test("what can't be saved is taken back and said", async ({ page }, testInfo) => {
  testInfo.annotations.push({ type: "expects console errors" });
  await page.goto(SEARCH);
  await hydrated(page);
  await page.route("**/shortlist.data", (route) => route.fulfill({ status: 429, body: "Too many" }));
  await press(card(page, 0), "Add to shortlist");
  await expect(page.getByText("That could not be saved, so it was taken back.")).toBeVisible();
  await expect(card(page, 0).getByRole("button", { name: /^Add to shortlist/ })).toBeVisible();
  await page.unroute("**/shortlist.data");
  await press(card(page, 0), "Add to shortlist");
  await expect.poll(async () => (await lists(page))["shortlist"]?.length).toBe(1);
});

test("the bar works by keyboard, covers no focus, and gives the focus on when it goes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(SEARCH);
  await hydrated(page);
  await press(card(page, 0), "Compare");
  await press(card(page, 1), "Compare");
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    const isFree = await page.evaluate(() => {
      const focused = document.activeElement;
      const bar = document.querySelector(".tray");
      if (!focused || !bar || bar.contains(focused)) return true;
      return focused.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top;
    });
    expect(isFree).toBe(true);
  }
  await tray(page)
    .getByRole("button", { name: /^Remove from comparison: / })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(tray(page)).toBeFocused();
  await tray(page).getByRole("button", { name: "Clear comparison" }).focus();
  await page.keyboard.press("Enter");
  await expect(tray(page)).toHaveCount(0);
  await expect(page.getByRole("main")).toBeFocused();
});

test("on a phone the table scrolls by keyboard under its first column, two technicians at a time", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const query = (await firstProfiles(page, 4)).map((href) => `t=${href.split("/").at(-1) ?? ""}`).join("&");
  await page.goto(`/compare?${query}`);
  const region = page.getByRole("region", { name: /^Facts about/ });
  const [label, one, two, three] = [
    page.getByRole("rowheader").nth(1),
    ...[0, 1, 2].map((at) => columns(page).nth(at)),
  ];
  await expect(one ?? label).toBeInViewport({ ratio: 0.5 });
  expect(await two?.evaluate((cell) => cell.getBoundingClientRect().right <= innerWidth + 1)).toBe(true);
  expect(await three?.evaluate((cell) => cell.getBoundingClientRect().left >= innerWidth - 1)).toBe(true);
  await region.focus();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press("ArrowRight");
  await expect
    .poll(() => three?.evaluate((cell) => cell.getBoundingClientRect().left < innerWidth / 2 + 60))
    .toBe(true);
  expect(await label.evaluate((cell) => Math.abs(cell.getBoundingClientRect().left))).toBeLessThanOrEqual(1);
});

test("on paper all columns stand, without navigation and buttons", async ({ page }) => {
  const query = (await firstProfiles(page, 4)).map((href) => `t=${href.split("/").at(-1) ?? ""}`).join("&");
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.goto(`/compare?${query}`);
  await page.emulateMedia({ media: "print" });
  for (const cell of await columns(page).all()) {
    const box = await cell.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(720);
  }
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Only differences" })).toHaveCount(0);
});
