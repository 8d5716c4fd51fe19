import { expect, test } from "vitest";
import { createLog } from "#app/platform/log.server.ts";

function record() {
  let text = "";
  const log = createLog({ level: "info", destination: { write: (line) => void (text += line) } });
  return { log, text: () => text };
}

test("L-01 line breaks in a value cannot forge a second line", () => {
  const { log, text } = record();
  log.info({ path: 'a\r\n{"level":"fatal"}' }, "one\nline\r\nonly");
  expect(text().trimEnd()).not.toMatch(/[\r\n]/);
  expect(JSON.parse(text())).toMatchObject({ path: 'a\r\n{"level":"fatal"}', msg: "one\nline\r\nonly" });
});

test("L-01 cookies, credentials and tokens are replaced wherever they usually are", () => {
  const { log, text } = record();
  const headers = { cookie: "s3cret", authorization: "s3cret", "set-cookie": ["s3cret"] };
  log.info({
    req: { headers },
    res: { headers },
    headers,
    cookie: "s3cret",
    user: { password: "s3cret", token: "s3cret" },
  });
  expect(text()).not.toContain("s3cret");
  expect(text()).toContain("[redacted]");
});

test("L-01 of an error only type, message, code, stack and causes are kept", () => {
  const { log, text } = record();
  const cause = Object.assign(new Error("refused"), { code: "ECONNREFUSED", query: "s3cret" });
  log.error({ err: Object.assign(new TypeError("no answer", { cause }), { row: { email: "s3cret" } }) }, "failed");
  expect(text()).not.toContain("s3cret");
  expect(JSON.parse(text())).toMatchObject({
    level: "error",
    err: { type: "TypeError", message: "no answer", cause: { message: "refused", code: "ECONNREFUSED" } },
  });
});

test("L-01 what was thrown need not be an error", () => {
  const { log, text } = record();
  log.error({ err: "just text" }, "failed");
  expect(JSON.parse(text())).toMatchObject({ err: { type: "string", message: "just text" } });
});

test("L-01 lines below the level are not written", () => {
  const { log, text } = record();
  log.debug("quiet");
  expect(text()).toBe("");
});
