import { expect, expectAccessible } from "./page.ts";
import { test } from "./moderators.ts";
import { linkTo, mailTo, newPerson, signUp } from "./people.ts";
import { sendReview } from "./write-review.ts";

test("a rejection is told with its reason, appealed, and overturned by somebody else", async ({
  page,
  desk,
  otherDesk,
}) => {
  const client = newPerson("Gray");
  await signUp(page, client);
  const title = `Fair enough ${client.name}`;
  const { profile, own, id } = await sendReview(page, 1, title);

  await desk.page.goto(`/moderation/reviews/${id}`);
  await desk.page.getByRole("button", { name: "Reject" }).click();
  await expect(desk.page.getByLabel("Reason")).toHaveAccessibleDescription(/reason/i);
  await desk.page.getByLabel("Reason").selectOption("too_little_detail");
  await desk.page.getByLabel("Facts").fill("It does not say what was treated.");
  await desk.page.getByRole("button", { name: "Reject" }).click();
  await expect(desk.page.getByText(/You rejected/)).toBeVisible();

  await page.goto(linkTo(await mailTo(client, /not published|rejected|refused/i), "/account/reviews/"));
  await expect(page.getByText("It does not say what was treated.")).toBeVisible();
  await expect(page.getByText("Too little detail to be of use").first()).toBeVisible();
  await page
    .getByLabel("Why is the decision wrong?")
    .fill("It says that the hairline was treated, and how it looks now.");
  await page.getByRole("button", { name: /appeal/i }).click();
  await expect(page.getByRole("heading", { name: "Waiting for the decision on your appeal" })).toBeVisible();
  await expectAccessible(page);

  await otherDesk.page.goto("/moderation/appeals");
  await otherDesk.page.locator('a[href^="/moderation/appeals/"]').last().click();
  await expect(otherDesk.page.getByText("It says that the hairline was treated")).toBeVisible();
  await expectAccessible(otherDesk.page);
  await otherDesk.page.getByLabel("Facts").fill("The treatment is named.");
  await otherDesk.page.getByRole("button", { name: "Overturn and publish" }).click();

  await mailTo(client, "Your appeal succeeded");
  await page.goto(`${profile}/reviews`);
  await expect(page.getByRole("article", { name: title })).toBeVisible();
  await page.goto(own);
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(/published/i);
});

test("a report by a reader leads to removal, a dated line, and an outcome for the reader", async ({
  page,
  desk,
  browser,
  baseURL,
}) => {
  const client = newPerson("Harper");
  await signUp(page, client);
  const title = `Names somebody ${client.name}`;
  const { profile, id } = await sendReview(page, 2, title);
  await desk.page.goto(`/moderation/reviews/${id}`);
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await expect(desk.page.getByText(/You (published|approved)/)).toBeVisible();

  const reader = await (await browser.newContext({ baseURL })).newPage();
  await reader.goto(`${profile}/reviews`);
  await reader.getByRole("article", { name: title }).getByRole("link", { name: "Report this review" }).click();
  await reader.getByLabel(/Names or personal details/).check();
  await reader.getByLabel("What is wrong with it?").fill("It gives the full name of another client.");
  await reader.getByRole("group", { name: "Before you send it" }).getByRole("checkbox").check();
  await expectAccessible(reader);
  await reader.getByRole("button", { name: "Send report" }).click();
  await expect(reader).toHaveURL(/\/reports\//);

  await desk.page.goto("/moderation/reports");
  await expectAccessible(desk.page);
  await desk.page.locator('a[href^="/moderation/reports/"]').last().click();
  await expect(desk.page.getByText("It gives the full name of another client.")).toBeVisible();
  await desk.page.getByRole("button", { name: "Open", exact: true }).click();
  await desk.page.getByRole("button", { name: "Hide until decided" }).click();
  await reader.goto(`${profile}/reviews`);
  await expect(reader.getByRole("article", { name: title })).toHaveCount(0);
  await desk.page.getByLabel("Facts").fill("The second sentence names another client.");
  await desk.page.getByRole("button", { name: "Uphold and remove the review" }).click();

  await reader.goBack();
  await reader.reload();
  await expect(reader.getByText("The second sentence names another client.")).toBeVisible();
  await reader.goto(`${profile}/reviews`);
  await expect(reader.getByText(/^Removed on .+: names or personal details of somebody/).first()).toBeVisible();
  await mailTo(client, /removed/i);
});

test("of two moderators who decide at once, one does, and the other sees what it was", async ({
  page,
  desk,
  otherDesk,
}) => {
  const client = newPerson("Indigo");
  await signUp(page, client);
  const { id } = await sendReview(page, 6, `Twice read ${client.name}`);
  for (const { page: own } of [desk, otherDesk]) await own.goto(`/moderation/reviews/${id}`);
  await otherDesk.page.getByLabel("Reason").selectOption("promotional");
  await otherDesk.page.getByLabel("Facts").fill("It names a shop.");
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await expect(desk.page.getByText(/You (published|approved)/)).toBeVisible();
  const [answer] = await Promise.all([
    otherDesk.page.waitForResponse((response) => response.request().method() === "POST"),
    otherDesk.page.getByRole("button", { name: "Reject" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await expect(otherDesk.page.getByText(`Decided by ${desk.name}`)).toBeVisible();
  await expect(otherDesk.page.getByText("Published", { exact: true }).first()).toBeVisible();
});
