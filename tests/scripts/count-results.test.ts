import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, judge, summary } from "../../scripts/lib/count-results.mjs";

const vitest = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [] as unknown[],
};

describe("the sum of all tests", () => {
  it("adds up suites and checks, and names skipped tests only when there are some", () => {
    expect(
      summary([
        { passed: 2, failed: 0, skipped: 0 },
        { passed: 3, failed: 1, skipped: 0 },
      ]),
    ).toBe("5 passed, 1 failed");
    expect(summary([{ passed: 2, failed: 0, skipped: 4 }])).toBe("2 passed, 0 failed, 4 skipped");
  });

  it("counts a test file that could not be loaded as one failure", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(countVitest({ ...vitest, testResults })).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it("does not count a file twice when a test in it failed", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
    expect(countVitest({ ...vitest, numFailedTests: 1, testResults })?.failed).toBe(1);
  });

  it("counts a browser test that passed on a second try as passed, and errors outside tests as failed", () => {
    const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 0, skipped: 2 });
    expect(countPlaywright({ stats, errors: [{ message: "no server" }] })?.failed).toBe(1);
  });

  it("refuses anything that is no report", () => {
    for (const report of [undefined, null, 3, {}, { stats: {} }]) {
      expect(countVitest(report)).toBeNull();
      expect(countPlaywright(report)).toBeNull();
    }
  });

  it("a suite without a report, without a test, or with a bad end has failed", () => {
    expect(judge(null, true).failed).toBe(1);
    expect(judge({ passed: 0, failed: 0, skipped: 3 }, true).failed).toBe(1);
    expect(judge({ passed: 9, failed: 0, skipped: 0 }, false).failed).toBe(1);
    expect(judge({ passed: 9, failed: 2, skipped: 0 }, false).failed).toBe(2);
    expect(judge({ passed: 9, failed: 0, skipped: 0 }, true).failed).toBe(0);
  });
});
