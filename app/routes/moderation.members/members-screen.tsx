import { ModerationNav } from "#app/domain/moderation/moderation-nav.tsx";
import { MOST_FOUND } from "#app/domain/moderation/member.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { MemberActs } from "#app/routes/moderation.members/member-acts.tsx";
import { MemberFacts } from "#app/routes/moderation.members/member-facts.tsx";
import type { ShownMember } from "#app/routes/moderation.members/member-facts.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

const DONE = {
  suspend: "The account is suspended, its sessions are ended, and its owner is told by mail.",
  lift: "The account is open again. Its owner is told by mail.",
  appoint: "This account is a moderator’s now. Its sessions are ended; its owner is told by mail.",
  dismiss: "This account is no longer a moderator’s. Its sessions are ended; its owner is told by mail.",
  "end-sessions": "All sessions of the account are ended. Its owner is told by mail.",
} as const;
type Done = keyof typeof DONE;

export function isDone(word: string | null): word is Done {
  return word !== null && Object.hasOwn(DONE, word);
}

export const REFUSALS = {
  self: "Nobody decides about their own account. Ask another moderator.",
  unchanged: "Another moderator did this a moment ago. The page now shows how things stand.",
  suspended: "A suspended account can’t be a moderator’s. Lift the suspension first.",
  not_verified: "The owner has not confirmed their e-mail address yet. A moderator’s must be.",
} as const;

export type MembersView = {
  /** The address or name that was searched for; "" for none. */
  wanted: string;
  members: ShownMember[];
  isMore: boolean;
  /** The moderator gave their password a moment ago. */
  canChange: boolean;
  done: Done | null;
};

/** Finding an account and deciding about it. */
export function MembersScreen({ view, reply }: { view: MembersView; reply: FormReply | null }) {
  const { wanted, members, isMore, canChange, done } = view;
  const [only] = members.length === 1 ? members : [];
  return (
    <div className="page members stack stack-wide">
      <ModerationNav current="members" />
      <header className="stack stack-tight">
        <h1>Members</h1>
        <p className="muted">
          Accounts are found one by one: by their whole e-mail address or their whole display name. An address is shown
          only to who typed it.
        </p>
      </header>
      <form method="get" className="members-find" role="search" aria-label="Find an account">
        <TextField
          id="find"
          name="find"
          label="E-mail address or display name"
          defaultValue={wanted}
          maxLength={254}
          autoComplete="off"
          required
        />
        <Button>Find</Button>
      </form>
      {done && !reply ? <Notice isNews>{DONE[done]}</Notice> : null}
      <FormErrors errors={reply?.errors ?? {}} />
      {wanted !== "" && members.length === 0 ? <p>No account has exactly this address or name.</p> : null}
      {only ? (
        <article className="account-parts stack" aria-labelledby="member">
          <h2 id="member">{only.displayName}</h2>
          <MemberFacts member={only} />
          <MemberActs member={only} canChange={canChange} wanted={wanted} reply={reply} />
        </article>
      ) : null}
      {members.length > 1 ? <Choices view={view} /> : null}
      {isMore ? <p>{`More than ${MOST_FOUND} accounts have this name. Search by the e-mail address.`}</p> : null}
    </div>
  );
}

function Choices({ view: { members, wanted } }: { view: MembersView }) {
  return (
    <ul className="account-rows">
      {members.map((member) => (
        <li key={member.handle}>
          <MemberFacts member={member} />
          <a href={`/moderation/members?${new URLSearchParams({ find: wanted, member: member.handle }).toString()}`}>
            {`Open ${member.displayName}`}
          </a>
        </li>
      ))}
    </ul>
  );
}
