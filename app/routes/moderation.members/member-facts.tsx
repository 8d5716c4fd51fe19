import { formatDay, joinWords, plural } from "#app/ui/format.ts";

export type ShownMember = {
  handle: string;
  displayName: string;
  address: string | null;
  kinds: ("client" | "technician" | "moderator")[];
  isSelf: boolean;
  isSuspended: boolean;
  isAddressConfirmed: boolean;
  hasAuthenticator: boolean;
  memberSince: string;
  sessionCount: number;
  profile: { slug: string; name: string; status: "draft" | "published" | "unclaimed" | "suspended" } | null;
};

/** What moderators are shown of an account. */
export function MemberFacts({ member }: { member: ShownMember }) {
  const { address, kinds, isSuspended, isAddressConfirmed, hasAuthenticator, memberSince, sessionCount, profile } =
    member;
  return (
    <ul className="plain-list">
      <li>{isSuspended ? <strong>Suspended</strong> : "Not suspended"}</li>
      <li>{`${joinWords(kinds)}, since ${formatDay(memberSince)}`}</li>
      {address ? <li>{`${address}, ${isAddressConfirmed ? "confirmed" : "not confirmed"}`}</li> : null}
      <li>{`${plural(sessionCount, "session")}, authenticator ${hasAuthenticator ? "on" : "off"}`}</li>
      {profile ? (
        <li>
          {"Keeps the profile "}
          {profile.status === "published" ? <a href={`/technicians/${profile.slug}`}>{profile.name}</a> : profile.name}
          {` (${profile.status})`}
        </li>
      ) : null}
    </ul>
  );
}
