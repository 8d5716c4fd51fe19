import { expect, expectAccessible, test } from "./page.ts";
import { mailFolder } from "../support/mail-server.ts";
import { MAIL_FOLDER } from "./mail-folder.ts";
import { fillSignUp, linkTo, mailTo, newPerson, signIn } from "./people.ts";

const TECHNICIAN = { email: "technician@sample.hairline", password: "hairline-sample-2026" };

test.use({ viewport: { width: 390, height: 844 }, timezoneId: "Europe/London" });

test("an enquiry is answered, booked and treated, and its client is invited to review", async ({ page }) => {
  await page.goto("/studio/enquiries?state=sent");
  await signIn(page, TECHNICIAN);
  await expect(page.getByRole("heading", { name: "Enquiries", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("heading", { level: 2 }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Enquiry from / })).toBeVisible();
  await expect(page.getByText("Waits for an answer")).toBeVisible();

  await page.getByRole("button", { name: "Send answer" }).click();
  await expect(page.getByRole("alert")).toContainText("Write something first.");
  const words = `Thank you, <b>let's talk</b> ${Date.now()}`;
  await page.getByLabel("Your answer").fill(words);
  await page.getByRole("button", { name: "Send answer" }).click();
  await expect(page.getByText("Your answer is in the thread.")).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();

  await page.getByText("Propose times").click();
  const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Time 1").fill(`${inThreeDays}T10:00`);
  await page.getByLabel("Time 2").fill(`${inThreeDays}T16:30`);
  await page.getByRole("button", { name: "Propose these times" }).click();
  const times = page.getByRole("list", { name: "Times you proposed" }).getByRole("listitem");
  await expect(times).toHaveCount(2);
  await expect(times.first()).toContainText("10:00");
  await times.first().getByRole("button", { name: "Take back" }).click();
  await expect(times).toHaveCount(1);
  await times.first().getByRole("button", { name: "Book" }).click();
  await expect(page.getByText("The consultation is booked.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Mark as treated" }).click();
  await expect(page.getByText("Marked as treated.")).toBeVisible();
  const invitation = async () =>
    (await mailFolder(MAIL_FOLDER).list()).findLast(({ text }) => text.includes("marked your enquiry as done"));
  await expect.poll(async () => (await invitation())?.subject, { timeout: 20_000 }).toMatch(/asks how it went/);
  expect((await invitation())?.links[0]).toMatch(/\/reviews\/new\?code=[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});

test("a client invited by mail finds the code in the review form, also with a new account", async ({
  page,
  browser,
  baseURL,
}) => {
  const client = newPerson("Noor");
  const theirs = await (await browser.newContext({ baseURL })).newPage();

  await page.goto("/studio/invitations");
  await signIn(page, TECHNICIAN);
  await expectAccessible(page);
  await page.getByLabel("E-mail addresses").fill(`${client.email}\nnot an address`);
  await page.getByRole("button", { name: "Send invitations" }).click();
  await expect(page.getByLabel("E-mail addresses")).toHaveAccessibleDescription(/Line 2.*not an address/);
  await expect(page.getByLabel("E-mail addresses")).toHaveValue(`${client.email}\nnot an address`);
  await page.getByLabel("E-mail addresses").fill(client.email);
  await page.getByRole("button", { name: "Send invitations" }).click();
  await expect(page.getByText("on their way")).toBeVisible();

  const mail = await mailFolder(MAIL_FOLDER).waitFor(client.email, /asks how it went/);
  const link = linkTo(mail, "/technicians/");
  const code = new URL(link, baseURL).searchParams.get("code") ?? "";
  await theirs.goto(link);
  await theirs.getByRole("link", { name: "Make an account" }).click();
  await fillSignUp(theirs, client);
  await theirs.goto(linkTo(await mailTo(client, /confirm/i), "/verify-email/"));
  await theirs.getByRole("button", { name: "Confirm this address" }).click();
  await expect(theirs.getByLabel("Visit code")).toHaveValue(code);

  await theirs.goto(linkTo(mail, "/invitations/stop/"));
  await theirs.getByRole("button", { name: "Stop invitations" }).click();
  await expect(theirs.getByRole("heading", { name: "No more invitations" })).toBeVisible();
});

test("cards to print have a code and a QR code each", async ({ page }) => {
  await page.goto("/studio/invitations");
  await signIn(page, TECHNICIAN);
  await page.getByLabel("Number of cards").fill("3");
  await page.getByRole("button", { name: "Make cards" }).click();
  const cards = page.getByRole("list", { name: "Sheet 1" }).getByRole("listitem");
  await expect(cards).toHaveCount(3);
  await expect(cards.first().getByRole("code")).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await expect(page.getByRole("img", { name: "QR code of the link" })).toHaveCount(3);
  await expectAccessible(page);
});
