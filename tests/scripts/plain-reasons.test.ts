import { describe, expect, it } from "vitest";
import { tellingLine } from "../../scripts/lib/crew.mjs";
import { fatalLine } from "../../scripts/lib/engine-log.mjs";
import { diskTrouble, Failure, plainReason, redact } from "../../scripts/lib/failure.mjs";
import { databaseReason } from "../../scripts/lib/given-servers.mjs";
import { isSameInstall } from "../../scripts/lib/installed.mjs";
import { npmReason } from "../../scripts/lib/setup.mjs";

const systemError = (code: string, path?: string) => Object.assign(new Error(`${code}: boom`), { code, path });

describe("the one line for an error", () => {
  it("never shows a password", () => {
    const address = "postgresql://ann:s3cret@db.example:5432/hairline";
    expect(redact(`cannot reach ${address}`)).toBe("cannot reach postgresql://***@db.example:5432/hairline");
    expect(plainReason(new Failure(address))).not.toContain("s3cret");
    expect(plainReason(new Error(`${address}\n    at somewhere`))).toBe("postgresql://***@db.example:5432/hairline");
  });

  it.each([
    ["ENOSPC", "the disk is full"],
    ["EACCES", "no right to use /d"],
    ["EROFS", "read-only disk"],
  ])("puts %s into words", (code, words) => {
    expect(plainReason(systemError(code, "/d"))).toContain(words);
  });

  it("finds trouble with the disk in the output of other programs", () => {
    expect(diskTrouble('FATAL: could not write file "x": No space left on device')).toContain("the disk is full");
    expect(diskTrouble("all is well")).toBeNull();
  });

  it("takes PostgreSQL's own reason, without time and process number", () => {
    const log = "2026-01-01 00:00:00 UTC [7] LOG:  starting\n2026-01-01 00:00:00 UTC [7] FATAL:  lock file is empty\n";
    expect(fatalLine(log)).toBe("lock file is empty");
    expect(fatalLine("initdb: error: directory exists")).toBe("directory exists");
    expect(fatalLine("2026-01-01 LOG:  ready")).toBeNull();
  });

  it("takes the line of a tool that names the error, not its stack", () => {
    expect(tellingLine(["building", "\u001b[31mError: no such module\u001b[39m", "    at x (y.js:1)"])).toBe(
      "Error: no such module",
    );
    expect(tellingLine(["only this"])).toBe("only this");
    expect(tellingLine([])).toBeUndefined();
  });

  it("tells a wrong password, a missing database and a silent host apart", () => {
    const url = new URL("postgresql://ann:s3cret@db.example/hairline");
    expect(databaseReason(systemError("28P01"), url)).toContain("refuses this user name or password");
    expect(databaseReason(systemError("3D000"), url)).toContain('no database "hairline"');
    expect(databaseReason(systemError("ECONNREFUSED"), url)).toBe(
      "DATABASE_URL: no PostgreSQL server answers at db.example:5432.",
    );
    expect(databaseReason(new Error("timeout expired"), url)).toContain("within 5 seconds");
  });

  it("says in plain words why npm failed", () => {
    expect(npmReason(["npm error code EAI_AGAIN"])).toContain("could not reach its registry");
    expect(npmReason(["npm error code ENOSPC"])).toContain("the disk is full");
    expect(npmReason(["npm error code E404", "npm error 404 Not Found"])).toContain("404 Not Found");
  });
});

describe("what npm installed", () => {
  const wanted = {
    "": {},
    "node_modules/a": { version: "1", integrity: "x" },
    "node_modules/b": { version: "1", optional: true },
  };

  it("is kept when only optional packages are absent", () => {
    expect(isSameInstall(wanted, { "node_modules/a": { version: "1", integrity: "x" } })).toBe(true);
  });

  it("is not kept when a package is missing, different or not asked for", () => {
    expect(isSameInstall(wanted, {})).toBe(false);
    expect(isSameInstall(wanted, { "node_modules/a": { version: "2", integrity: "x" } })).toBe(false);
    expect(
      isSameInstall(wanted, { "node_modules/a": { version: "1", integrity: "x" }, "node_modules/z": { version: "1" } }),
    ).toBe(false);
  });
});
