import type { Browser, BrowserContext, Page } from "@playwright/test";
import { test as base } from "./page.ts";
import { becomeModerator, newPerson } from "./people.ts";

type SignedInState = Awaited<ReturnType<BrowserContext["storageState"]>>;
/** Somebody who decides, with a browser of their own for as long as the test runs. */
type Desk = { name: string; page: Page };

/** A test with two moderators; each pair is made once per worker, by the pages and the command line. */
export const test = base.extend<
  { desk: Desk; otherDesk: Desk },
  { moderators: { name: string; state: SignedInState }[] }
>({
  moderators: [
    async ({ browser }, use) => {
      const made = [];
      for (const name of ["Robin", "Alex"]) {
        const person = newPerson(name);
        const context = await openContext(browser);
        await becomeModerator(await context.newPage(), person);
        made.push({ name: person.name, state: await context.storageState() });
        await context.close();
      }
      await use(made);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  desk: async ({ browser, moderators: [first] }, use) => open(browser, first, use),
  otherDesk: async ({ browser, moderators: [, second] }, use) => open(browser, second, use),
});

function openContext(browser: Browser, storageState?: SignedInState): Promise<BrowserContext> {
  const baseURL = base.info().project.use.baseURL;
  return browser.newContext({ baseURL, locale: "en-GB", timezoneId: "Europe/London", storageState });
}

async function open(
  browser: Browser,
  moderator: { name: string; state: SignedInState } | undefined,
  use: (desk: Desk) => Promise<void>,
): Promise<void> {
  if (!moderator) throw new Error("the worker made two moderators");
  const context = await openContext(browser, moderator.state);
  await use({ name: moderator.name, page: await context.newPage() });
  await context.close();
}
