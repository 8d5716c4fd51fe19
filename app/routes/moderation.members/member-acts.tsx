import type { ReactNode } from "react";
import { FACTS, SUSPENSION_GROUND_KEYS, SUSPENSION_GROUNDS } from "#app/domain/moderation/member.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import type { ShownMember } from "#app/routes/moderation.members/member-facts.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextAreaField } from "#app/ui/field.tsx";

type ActsProps = { member: ShownMember; canChange: boolean; wanted: string; reply: FormReply | null };

/** What a moderator can do about an account that is not their own. */
export function MemberActs({ member, canChange, wanted, reply }: ActsProps) {
  if (member.isSelf) return <p>This is your own account. Nobody decides about their own; ask another moderator.</p>;
  if (!canChange) {
    const here = `/moderation/members?${new URLSearchParams({ find: wanted, member: member.handle }).toString()}`;
    return (
      <div className="stack stack-tight">
        <p>Changing somebody’s account asks for your password again.</p>
        <div>
          <ButtonLink href={`/confirm?${new URLSearchParams({ returnTo: here }).toString()}`}>
            Confirm that it is you
          </ButtonLink>
        </div>
      </div>
    );
  }
  return (
    <div className="account-parts stack stack-wide">
      {member.isSuspended ? (
        <Act title="Lift the suspension" handle={member.handle} intent="lift" button="Lift the suspension">
          The owner can sign in again at once and is told by mail.
        </Act>
      ) : (
        <SuspendForm member={member} reply={reply} />
      )}
      {member.kinds.includes("moderator") ? (
        <Act title="Moderator" handle={member.handle} intent="dismiss" button="Remove as moderator" isRed>
          They can’t moderate any more. What they decided stays, what they had claimed is free again.
        </Act>
      ) : (
        <Act title="Moderator" handle={member.handle} intent="appoint" button="Make this account a moderator">
          They can decide reviews, reports and appeals once they signed in again and set up an authenticator.
        </Act>
      )}
      <Act title="Sessions" handle={member.handle} intent="end-sessions" button="End all sessions">
        Signs the owner out everywhere, for when somebody else may be using the account.
      </Act>
    </div>
  );
}

function Act({
  title,
  handle,
  intent,
  button,
  isRed = false,
  children,
}: {
  title: string;
  handle: string;
  intent: string;
  button: string;
  isRed?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="stack stack-tight">
      <h3>{title}</h3>
      <p>{children}</p>
      <form method="post">
        <input type="hidden" name="member" value={handle} />
        <Button look={isRed ? "red" : "quiet"} name="intent" value={intent}>
          {button}
        </Button>
      </form>
    </section>
  );
}

function SuspendForm({ member: { handle, profile }, reply }: { member: ShownMember; reply: FormReply | null }) {
  const errors = reply?.errors ?? {};
  return (
    <section className="stack">
      <h3>Suspend the account</h3>
      <p>
        Nobody can sign in to it until the suspension is lifted, and all its sessions end now.
        {profile
          ? " The technician’s profile stays online as it is: readers rely on facts that were checked. Hiding it is another decision."
          : null}
      </p>
      <form method="post" className="stack">
        <input type="hidden" name="member" value={handle} />
        <SelectField
          id="ground"
          name="ground"
          label="Reason"
          required
          defaultValue={reply?.values["ground"] ?? ""}
          autoFocus={Boolean(errors["ground"])}
          errors={errors["ground"] ?? []}
        >
          <option value="">Choose the rule that was broken</option>
          {SUSPENSION_GROUND_KEYS.map((ground) => (
            <option key={ground} value={ground}>
              {SUSPENSION_GROUNDS[ground]}
            </option>
          ))}
        </SelectField>
        <TextAreaField
          id="facts"
          name="facts"
          label="What happened"
          hint="The owner reads this in the mail, with the reason and how to object. Facts only, nothing about other people."
          minLength={FACTS.shortest}
          maxLength={FACTS.longest}
          required
          defaultValue={reply?.values["facts"] ?? ""}
          autoFocus={Boolean(errors["facts"]) && !errors["ground"]}
          errors={errors["facts"] ?? []}
        />
        <div>
          <Button look="red" name="intent" value="suspend">
            Suspend
          </Button>
        </div>
      </form>
    </section>
  );
}
