import { expect, firstProfile, hydrated, test } from "./page.ts";

test("C-02 an injected inline script does not run, and the nonce is new for every request", async ({
  page,
}, testInfo) => {
  testInfo.annotations.push({ type: "expects console errors" });
  const policy = async () => (await page.goto("/technicians"))?.headers()["content-security-policy"] ?? "";
  const first = await policy();
  const second = await policy();
  const nonce = /'nonce-([^']+)'/;
  expect(first).toMatch(nonce);
  expect(first.match(nonce)?.[1]).not.toBe(second.match(nonce)?.[1]);
  await hydrated(page);
  const answered = page.waitForResponse((response) => response.url().endsWith("/nowhere"));
  await page.evaluate(() => {
    const script = document.createElement("div");
    script.innerHTML = '<img src="/nowhere" onerror="window.injected = true">';
    document.body.append(script);
  });
  await answered;
  expect(await page.evaluate(() => "injected" in window)).toBe(false);
});

test("C-02 no page breaks its own policy", async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      // The console is what every test listens to.
      console.error(`policy broken: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  for (const address of [
    "/",
    "/technicians?near=Leeds",
    "/policies/ranking",
    await firstProfile(page),
    "/nothing-here",
  ]) {
    await page.goto(address);
    await hydrated(page);
  }
});

test("an address that is not there answers 404 with ways on", async ({ page }) => {
  const answer = await page.goto("/technicians/nobody-of-this-name");
  expect(answer?.status()).toBe(404);
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /technician/i })
      .first(),
  ).toBeVisible();
});

test("everything comes from the site itself", async ({ page }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (
      !request.url().startsWith(new URL(page.url() === "about:blank" ? "http://localhost" : page.url()).origin) &&
      !request.url().startsWith("blob:")
    )
      foreign.push(request.url());
  });
  await page.goto("/technicians");
  foreign.length = 0;
  await page.goto(await firstProfile(page), { waitUntil: "networkidle" });
  expect(foreign).toEqual([]);
});
