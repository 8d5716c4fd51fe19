import { expect, it } from "vitest";
import { findSerialReporting } from "#app/domain/reviews/signals/find-serial-reporting.ts";

it.each([
  ["nobody's first report is serial", 0, 0, false],
  ["three dismissed reports are not enough", 3, 0, false],
  ["four of four dismissed", 4, 0, true],
  ["six of eight dismissed", 6, 2, true],
  ["five of eight dismissed: three were right", 5, 3, false],
])("%s", (_, dismissed, upheld, isSerial) => {
  expect(findSerialReporting({ dismissed, upheld })?.kind).toBe(isSerial ? "serial_reporting" : undefined);
});
