import { expect, test } from "vitest";
import { describeComplaints } from "./describe-complaints.ts";

test("a server that wrote nothing is not mentioned", () => expect(describeComplaints("page", [])).toEqual([]));

test("lines that say the same are counted together, the most frequent first", () => {
  const slow = JSON.stringify({
    level: "error",
    msg: "request failed",
    err: { message: "\nno answer\nin time" },
    requestId: "a",
  });
  const other = JSON.stringify({
    level: "error",
    msg: "request failed",
    err: { message: "\nno answer\nin time" },
    requestId: "b",
  });
  expect(describeComplaints("page", ["(node:17) Warning: something", slow, other])).toEqual([
    "the page server wrote 2 times: request failed: no answer in time",
    "the page server wrote once: Warning: something",
  ]);
});
