import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { changeKept } from "#app/domain/profiles/change-kept.server.ts";
import { compareFace, compareProfiles, countRows, onlyDifferences } from "#app/domain/profiles/compare-profiles.ts";
import { findKept } from "#app/domain/profiles/find-kept.server.ts";
import { findProfiles } from "#app/domain/profiles/find-profile.server.ts";
import { cardId, COMPARE_LEAST, COMPARISON, compareHref, readIntents } from "#app/domain/profiles/kept-technicians.ts";
import { nameFromSlug } from "#app/domain/profiles/missing-technician.tsx";
import { readListCookie, writeListCookie } from "#app/platform/list-cookie.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { CompareScreen } from "#app/routes/compare/compare-screen.tsx";
import { readAsked } from "#app/routes/compare/read-asked.ts";
import { writeGroups } from "#app/routes/compare/write-groups.ts";
import { joinWords } from "#app/ui/format.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => {
  const names = joinWords(view?.heads.map(({ name }) => name) ?? []);
  return [
    { title: `${names ? `Compare ${names}` : "Compare technicians"} | Hairline` },
    {
      name: "description",
      content: `${names || "Two to four SMP technicians"} side by side: what is checked, prices, healed results and reviews, one row per fact.`,
    },
    { name: "robots", content: "noindex" },
  ];
};

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const asked = readAsked(params);
  // Within four, one query tells all; beyond, the first four that are there have to be known before.
  const found = asked.length > COMPARISON.most ? await findKept(asked) : null;
  const wanted = found?.slice(0, COMPARISON.most).map((one) => one.asked) ?? asked;
  const profilesByAsked = await findProfiles(wanted, dayOf(new Date()));
  const profiles = [
    ...new Map(wanted.flatMap((slug) => profilesByAsked.get(slug) ?? []).map((one) => [one.slug, one])).values(),
  ];
  const known = new Set(found?.map((one) => one.asked) ?? profilesByAsked.keys());
  const isEnough = profiles.length >= COMPARE_LEAST;
  const groups = isEnough ? compareProfiles(profiles) : [];
  const isOnlyDifferences = params.get("only") === "differences";
  return {
    heads: profiles.map((profile) => ({
      slug: profile.slug,
      name: profile.name,
      isSample: profile.isSample,
      isUnclaimed: profile.status === "unclaimed",
      photo: compareFace(profile),
    })),
    groups: writeGroups(isOnlyDifferences ? onlyDifferences(groups) : groups),
    rowCount: countRows(groups),
    isOnlyDifferences,
    leftOut: found?.slice(COMPARISON.most).map(({ name }) => name) ?? [],
    unknown: asked.filter((slug) => !known.has(slug)).map((slug) => nameFromSlug(slug) || "an address that is no name"),
  };
}

/** Changes the list of those to compare, which is in the reader's cookie; nothing else is written. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intents = readIntents(form.value);
  const before = readListCookie(request.headers.get("Cookie"), COMPARISON);
  const { list, leftOut } = await changeKept(before, intents, COMPARISON.most);
  const back = safeRedirectTarget(form.value.get("returnTo"), "/compare");
  const [last] = intents.slice(-1);
  // The comparison itself says who finds no place in it.
  const full = leftOut.length > 0 ? compareHref([...list, ...leftOut]) : null;
  const target = full ?? (last ? `${back.split("#", 1)[0]}#${cardId(last.slug)}` : back);
  return redirect(target, { status: 303, headers: { "Set-Cookie": writeListCookie(list, COMPARISON) } });
}

export default function CompareRoute() {
  return <CompareScreen {...useLoaderData<typeof loader>()} />;
}
