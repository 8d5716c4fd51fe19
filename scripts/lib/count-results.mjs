// @ts-check
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The tests that a Vitest JSON report tells of. A file that could not even be loaded counts as one failed test.
 * @param {unknown} report
 * @returns {Counts | null} null for something that is no such report
 */
export function countVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = fields(report);
  if (!isCount(numPassedTests) || !isCount(numFailedTests) || !Array.isArray(testResults)) return null;
  const broken = testResults.map(fields).filter(({ status, assertionResults }) => {
    const failed =
      Array.isArray(assertionResults) && assertionResults.some((result) => fields(result)["status"] === "failed");
    return status === "failed" && !failed;
  });
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: (isCount(numPendingTests) ? numPendingTests : 0) + (isCount(numTodoTests) ? numTodoTests : 0),
  };
}

/**
 * The tests that a Playwright JSON report tells of. One that passed only when tried again has passed.
 * @param {unknown} report
 * @returns {Counts | null} null for something that is no such report
 */
export function countPlaywright(report) {
  const { stats, errors } = fields(report);
  const { expected, unexpected, flaky, skipped } = fields(stats);
  if (!isCount(expected) || !isCount(unexpected) || !isCount(flaky) || !isCount(skipped)) return null;
  const outside = Array.isArray(errors) && unexpected === 0 ? errors.length : 0;
  return { passed: expected + flaky, failed: unexpected + outside, skipped };
}

/**
 * What a suite came to. A program that ended badly has failed even when its report knows nothing of it, and so has one
 * that ran no test at all.
 * @param {Counts | null} counts
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export function judge(counts, endedWell) {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  const isSilentlyBroken = counts.failed === 0 && (!endedWell || counts.passed === 0);
  return isSilentlyBroken ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {Counts[]} all
 * @returns {string} the last line of `npm test`
 */
export function summary(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`;
}

/**
 * @param {string} file
 * @returns {unknown} undefined when there is no readable report
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function fields(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** @param {unknown} value @returns {value is number} */
const isCount = (value) => typeof value === "number" && Number.isInteger(value) && value >= 0;
