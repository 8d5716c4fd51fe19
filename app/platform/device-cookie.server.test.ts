import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { deviceCookie, knownDevice, newDevice, readDevice } from "#app/platform/device-cookie.server.ts";
import { readSignInStep, signInStepCookie } from "#app/platform/sign-in-step.server.ts";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://localhost/none",
    MEILI_URL: "http://localhost:1",
    MEILI_KEY: "none",
    DATA_DIR: mkdtempSync(path.join(tmpdir(), "hairline-device-")),
  });
});

const ADA = "019a0000-0000-7000-8000-000000000001";
const BO = "019a0000-0000-7000-8000-000000000002";
const asking = (cookie?: string) =>
  new Request("http://localhost", cookie === undefined ? {} : { headers: { cookie } });
const pair = (setCookie: string) => setCookie.split(";", 1)[0] ?? "";

describe("A-05 the cookie that tells browsers apart", () => {
  test("keeps its name from one sign-in to the next, for a year, out of reach of scripts and other sites", () => {
    const first = deviceCookie(asking());
    expect(first).toMatch(/^device=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/);
    const name = readDevice(asking(pair(first)));
    expect(pair(deviceCookie(asking(pair(first)), undefined, ADA))).toMatch(
      new RegExp(`^device=${name ?? "-"}\\.[\\w-]{43}$`),
    );
  });

  test("proves for which accounts it was given, and can't be made up", () => {
    const cookie = pair(deviceCookie(asking(), undefined, ADA));
    const name = readDevice(asking(cookie));
    expect(knownDevice(asking(cookie), ADA)).toBe(name);
    expect(knownDevice(asking(cookie), BO)).toBeNull();
    const stolen = cookie.replace(/device=[\w-]{22}/, `device=${newDevice()}`);
    expect(knownDevice(asking(stolen), ADA)).toBeNull();
    expect(knownDevice(asking(`device=${name ?? ""}.${"a".repeat(43)}`), ADA)).toBeNull();
  });

  test("keeps the five latest accounts, each once", () => {
    let cookie = pair(deviceCookie(asking(), undefined, ADA));
    for (const user of ["1", "2", "3", "4", "4"]) cookie = pair(deviceCookie(asking(cookie), undefined, user));
    expect(knownDevice(asking(cookie), ADA)).not.toBeNull();
    cookie = pair(deviceCookie(asking(cookie), undefined, "5"));
    expect(knownDevice(asking(cookie), ADA)).toBeNull();
    expect(knownDevice(asking(cookie), "4")).not.toBeNull();
  });

  test.each([
    "device=%",
    "device=",
    "device=short",
    `device=${"a".repeat(22)}; device=${"a".repeat(22)}`,
    `x=${"y".repeat(9000)}`,
  ])("S-07 %.40s is no browser that we know", (cookie) => {
    expect(readDevice(asking(cookie))).toBeNull();
    expect(knownDevice(asking(cookie), ADA)).toBeNull();
  });
});

describe("S-03 the cookie between password and second factor", () => {
  const device = "d".repeat(22);
  const now = new Date("2026-11-22T12:00:00Z");
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const step = { userId: ADA, passwordMark: "mark" };
  const cookie = () => pair(signInStepCookie(step, device, now));

  test("is good for ten minutes, in the browser that it was given to", () => {
    expect(readSignInStep(asking(`${cookie()}; device=${device}`), later(9))).toEqual(step);
    expect(readSignInStep(asking(`${cookie()}; device=${device}`), later(10))).toBeNull();
    expect(readSignInStep(asking(`${cookie()}; device=${"e".repeat(22)}`), now)).toBeNull();
    expect(readSignInStep(asking(cookie()), now)).toBeNull();
  });

  test("says nothing to who reads it, and counts for nothing once changed", () => {
    const given = cookie();
    expect(Buffer.from(given.split("=")[1] ?? "", "base64url").toString("latin1")).not.toContain("019a");
    const changed = `${given.slice(0, -6)}AAAAAA`;
    for (const bad of [
      changed,
      "sign-in-step=%",
      "sign-in-step=",
      `sign-in-step=${"a".repeat(60)}`,
      `${given}; ${given}`,
    ]) {
      expect(readSignInStep(asking(`${bad}; device=${device}`), now)).toBeNull();
    }
  });
});
