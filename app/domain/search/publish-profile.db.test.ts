import { expect, test } from "vitest";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { publishProfile, unpublishProfile } from "#app/domain/technicians/publish-profile.server.ts";
import { indexedNames, useEngineProxy } from "../../../tests/support/search-index.ts";
import { addClaimant, addListing } from "../../../tests/support/studio/claim-people.ts";

useEngineProxy();
const NOW = new Date("2026-11-27T12:00:00Z");
const BIO = "I have been doing scalp micropigmentation in Leeds since 2015, by appointment, one client at a time.";

test("a published profile is in the index with the next look of the worker, and out of it when it is taken off", async () => {
  const ada = await addClaimant();
  const listing = { listingSource: null, listingRecord: null, listingSnapshotOn: null };
  const own = { ...listing, status: "draft" as const, ownerId: ada.userId, bio: BIO, languages: ["en"] };
  const { id: technicianId } = await addListing({ ...own, name: "Ada Stone" });
  const keeper = { userId: ada.userId, technicianId };
  await drainOutbox();
  expect(await indexedNames()).toEqual([]);
  await publishProfile(keeper, NOW);
  await drainOutbox();
  expect(await indexedNames()).toEqual(["Ada Stone"]);
  await unpublishProfile(keeper, NOW);
  await drainOutbox();
  expect(await indexedNames()).toEqual([]);
});
