import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countShortlisted } from "#app/domain/insights/count-insight.server.ts";
import { changeKept } from "#app/domain/profiles/change-kept.server.ts";
import { findKept } from "#app/domain/profiles/find-kept.server.ts";
import { cardId, readIntents, SHORTLIST } from "#app/domain/profiles/kept-technicians.ts";
import { listCards } from "#app/domain/profiles/list-cards.server.ts";
import { readListCookie, writeListCookie } from "#app/platform/list-cookie.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";
import { ShortlistScreen } from "#app/routes/shortlist/shortlist-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Your shortlist | Hairline" },
  { name: "description", content: "SMP technicians that you want to come back to, kept in this browser only." },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const slugs = readListCookie(request.headers.get("Cookie"), SHORTLIST);
  const found = await findKept(slugs);
  const cards = await listCards(found.map(({ id }) => id));
  return {
    cards: [...cards.values()],
    goneCount: slugs.length - cards.size,
    isRefused: new URL(request.url).searchParams.has("full"),
  };
}

/** Anybody may change their own list: it is in their cookie, and nothing else is written. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const intents = readIntents(form.value);
  const before = readListCookie(request.headers.get("Cookie"), SHORTLIST);
  const { list, leftOut } = await changeKept(before, intents, SHORTLIST.most);
  countShortlisted(
    list.filter((slug) => !before.includes(slug)),
    request,
  );
  const back = safeRedirectTarget(form.value.get("returnTo"), "/shortlist");
  const [last] = intents.slice(-1);
  const target = leftOut.length > 0 ? "/shortlist?full" : last ? `${back.split("#", 1)[0]}#${cardId(last.slug)}` : back;
  return redirect(target, { status: 303, headers: { "Set-Cookie": writeListCookie(list, SHORTLIST) } });
}

export default function ShortlistRoute() {
  return <ShortlistScreen {...useLoaderData<typeof loader>()} />;
}
