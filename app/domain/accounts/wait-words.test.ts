import { expect, test } from "vitest";
import { waitWords } from "#app/domain/accounts/wait-words.ts";

test.each([
  [1, "wait a minute"],
  [61, "wait 2 minutes"],
  [3_600, "wait 60 minutes"],
  [7_300, "wait 3 hours"],
  [30 * 86_400, "Set a new password"],
])("after %i seconds more people are told to %s", (seconds, words) => expect(waitWords(seconds)).toContain(words));
