import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import accountStyles from "#app/domain/accounts/account.css?url";
import { appointMember, dismissModerator } from "#app/domain/moderation/change-moderators.server.ts";
import { endMemberSessions } from "#app/domain/moderation/end-member-sessions.server.ts";
import { findMembers, readMemberHandle } from "#app/domain/moderation/find-members.server.ts";
import moderationStyles from "#app/domain/moderation/moderation.css?url";
import { liftSuspension, suspendMember } from "#app/domain/moderation/suspend-member.server.ts";
import { cleanText, readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { hasRecentAuth, notFound, requireModerator, requireRecentAuth } from "#app/platform/require-viewer.server.ts";
import { memberSchema, suspendSchema } from "#app/routes/moderation.members/members-form.ts";
import type { MembersIntent } from "#app/routes/moderation.members/members-form.ts";
import { isDone, MembersScreen, REFUSALS } from "#app/routes/moderation.members/members-screen.tsx";
import type { MembersView } from "#app/routes/moderation.members/members-screen.tsx";

export const meta: MetaFunction = () => [{ title: "Members | Hairline" }, { name: "robots", content: "noindex" }];

export const links: LinksFunction = () =>
  [moderationStyles, accountStyles].map((href) => ({ rel: "stylesheet", href }));

export const headers = () => ({ "Cache-Control": "no-store" });

const LONGEST_SEARCH = 254;

export async function loader({ request }: LoaderFunctionArgs): Promise<MembersView> {
  const viewer = await requireModerator(request);
  const { searchParams } = new URL(request.url);
  const wanted = cleanText(searchParams.get("find") ?? "").slice(0, LONGEST_SEARCH);
  const done = searchParams.get("done");
  const { members, isMore } =
    wanted === "" ? { members: [], isMore: false } : await findMembers(viewer, wanted, searchParams.get("member"));
  return {
    wanted,
    members: members.map(({ memberSince, ...member }) => ({ ...member, memberSince: memberSince.toISOString() })),
    isMore,
    canChange: hasRecentAuth(viewer),
    done: isDone(done) ? done : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireModerator(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(memberSchema, form.value);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  requireRecentAuth(request, viewer);
  const { intent, member } = fields.value;
  const memberId = readMemberHandle(member);
  if (memberId === null) throw notFound();
  const suspension = intent === "suspend" ? readFields(suspendSchema, form.value) : null;
  if (suspension && !suspension.ok) return data<FormReply>(suspension.reason, { status: 400 });

  const now = new Date();
  const done = await (suspension
    ? suspendMember(viewer, memberId, suspension.value, now)
    : change(intent, viewer, memberId, now));
  if (done.ok) return redirect(comeBack(request, intent), 303);
  if (done.reason === "not_found" || done.reason === "not_allowed") throw notFound();
  const errors = { form: REFUSALS[done.reason] };
  return data<FormReply>(withErrors(form.value, suspendSchema, errors), { status: 409 });
}

function change(intent: MembersIntent, viewer: { userId: string }, memberId: string, now: Date) {
  switch (intent) {
    case "lift":
      return liftSuspension(viewer, memberId);
    case "appoint":
      return appointMember(viewer, memberId, now);
    case "dismiss":
      return dismissModerator(viewer, memberId, now);
    default:
      return endMemberSessions(viewer, memberId, now);
  }
}

/** To the account that was changed, under the search that found it. */
function comeBack(request: Request, done: MembersIntent): string {
  const { searchParams } = new URL(request.url);
  const kept = new URLSearchParams({ done });
  for (const name of ["find", "member"]) {
    const value = searchParams.get(name);
    if (value !== null) kept.set(name, value);
  }
  return `/moderation/members?${kept.toString()}`;
}

export default function MembersRoute() {
  return <MembersScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
