import { LONGEST_SLUG } from "#app/domain/profiles/edit/bounds.ts";
import { LISTED_UNTIL_PUBLISHED } from "#app/domain/profiles/edit/listed.ts";
import type { OwnProfile } from "#app/domain/profiles/edit/find-own-profile.server.ts";
import type { SectionReply } from "#app/domain/profiles/edit/save-form.server.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay, plural } from "#app/ui/format.ts";

/** Where the profile is found. Not saved by itself: an address is chosen, not typed through. */
export function SlugSection({ profile, reply }: { profile: OwnProfile; reply: SectionReply | null }) {
  const { slug, slugChangesLeft, status } = profile;
  if (status === "unclaimed") return <p>{LISTED_UNTIL_PUBLISHED}</p>;
  return (
    <form method="post" action="/studio/profile" className="stack" noValidate>
      <FormErrors errors={reply?.errors["form"] ? { form: reply.errors["form"] } : {}} />
      <input type="hidden" name="section" value="slug" />
      <TextField
        id="slug-name"
        name="slug"
        label="Address"
        hint={`Now it is ${technicianPath(slug)}. Links to it go on working. ${plural(slugChangesLeft, "change")} left within 30 days.`}
        maxLength={LONGEST_SLUG}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        defaultValue={reply?.values["slug"] ?? slug}
        errors={reply?.errors["slug"]}
        autoFocus={reply?.errors["slug"] !== undefined}
      />
      <div>
        <Button look="quiet">Change the address</Button>
      </div>
    </form>
  );
}

/** "Last confirmed on", which readers see. */
export function ConfirmSection({ profile: { lastConfirmedOn, isConfirmationOld } }: { profile: OwnProfile }) {
  return (
    <form method="post" action="/studio/profile" className="stack">
      <input type="hidden" name="section" value="confirm" />
      <p>
        {lastConfirmedOn === null
          ? "You have not confirmed your profile yet. Readers see the day on which you last did."
          : `You last confirmed it on ${formatDay(lastConfirmedOn)}${isConfirmationOld ? ", more than 6 months ago. Readers see that too" : ""}.`}
      </p>
      <div>
        <Button look="quiet">Everything here is still right</Button>
      </div>
    </form>
  );
}
