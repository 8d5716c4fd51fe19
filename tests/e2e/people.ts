import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { mailFolder } from "../support/mail-server.ts";
import type { ReceivedMail } from "../support/mail-server.ts";
import { MAIL_FOLDER } from "./mail-folder.ts";
import { expect } from "./page.ts";
import { runScript } from "./run-script.ts";

/** Somebody with an account of their own, so that tests side by side don't meet. */
export type Person = { email: string; name: string; password: string };

export function newPerson(name: string): Person {
  const id = randomUUID().slice(0, 8);
  return {
    email: `${name.toLowerCase()}-${id}@example.org`,
    name: `${name} ${id}`,
    password: `a long walk by the sea ${id}`,
  };
}

/** The newest mail to this person about something. */
export function mailTo(person: Person, subject: string | RegExp): Promise<ReceivedMail> {
  return mailFolder(MAIL_FOLDER).waitFor(person.email, subject);
}

/** The path of the first link in a mail that leads to such a page. */
export function linkTo(mail: ReceivedMail, start: string): string {
  const paths = mail.links.map((link) => new URL(link).pathname + new URL(link).search);
  const found = paths.find((link) => link.startsWith(start));
  expect(found, `a link to ${start} among ${paths.join(" ")}`).toBeTruthy();
  return found ?? "";
}

/** Makes an account by the pages, confirms its address by the link in the mail, and stays signed in. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-up");
  await fillSignUp(page, person);
  await page.goto(linkTo(await mailTo(person, /confirm/i), "/verify-email/"));
  const password = page.getByLabel("Password");
  if (await password.isVisible()) await password.fill(person.password);
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page).toHaveURL(/\/(account|sign-in)/);
  if (new URL(page.url()).pathname === "/sign-in") await signIn(page, person);
}

/** Sends the form of the sign-up page, wherever that leads on to. */
export async function fillSignUp(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Display name").fill(person.name);
  await page.getByLabel("Password").fill(person.password);
  await page.getByLabel(/18/).check();
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
}

export async function signIn(page: Page, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  if (new URL(page.url()).pathname !== "/sign-in") await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in$/);
}

/** An account that the command line appoints; the authenticator is set up by the page that asks for it. */
export async function becomeModerator(page: Page, person: Person): Promise<void> {
  await signUp(page, person);
  await runScript("scripts/moderator.ts", person.email);
  // The role ended every session.
  await page.goto("/moderation");
  await signIn(page, person);
  await expect(page).toHaveURL(/\/account\/authenticator/);
  await page.getByRole("button", { name: "Set up an authenticator" }).click();
  const seed = (await page.getByRole("group", { name: /The key/ }).innerText()).replaceAll(/\s/g, "");
  await page.getByLabel("Code").fill(new TOTP({ secret: Secret.fromBase32(seed) }).generate());
  await page.getByRole("button", { name: "Turn the authenticator on" }).click();
  await page.getByRole("link", { name: "I have kept them, continue" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
}
