import { useRef } from "react";
import type { ReactNode } from "react";
import type { OwnSection } from "#app/domain/profiles/edit/find-own-profile.server.ts";
import type { SectionReply } from "#app/domain/profiles/edit/save-form.server.ts";
import { DifferenceList } from "#app/domain/profiles/edit/difference-list.tsx";
import type { ShownPrice } from "#app/domain/profiles/edit/section.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { useSectionSaver } from "#app/routes/studio.profile._index/section-saver.ts";
import type { SaveState } from "#app/routes/studio.profile._index/section-saver.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
  section: string;
  /** Of several forms of a section, which one. */
  id?: string;
  stored: OwnSection;
  /** What came back of this very form. */
  reply: SectionReply | null;
  children: (fields: FormReply) => ReactNode;
  /** Told when a price was saved. */
  onSaved?: (shown: ShownPrice) => void;
  /** Further buttons of the form. */
  acts?: ReactNode;
};

/** The form of one section: saves itself where scripts run, and by its button everywhere. */
export function SectionForm({ section, id, stored, reply, children, acts, onSaved }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { state, keepMine } = useSectionSaver(form, onSaved);
  const errors = state.kind === "errors" ? state.errors : state.kind === "idle" ? (reply?.errors ?? {}) : {};
  const { values, lists } = reply ?? stored;
  // Of several forms each has further buttons, so this one says what it does.
  const act = id === undefined ? {} : { name: "act", value: "edit" };
  const isConflict = state.kind === "idle" && reply !== null && reply.seen !== null;
  return (
    <form method="post" action="/studio/profile" ref={form} className="stack" noValidate>
      {errors["form"] ? <FormErrors errors={{ form: errors["form"] }} /> : null}
      {isConflict ? (
        <Conflict section={section} differences={reply.differences}>
          <Button {...act}>Save what is typed here</Button>
        </Conflict>
      ) : null}
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="seen" defaultValue={reply?.seen ?? stored.seen} />
      {id === undefined ? null : <input type="hidden" name="id" value={id} />}
      {children({ values, lists, errors })}
      {state.kind === "conflict" ? (
        <Conflict section={section} differences={state.differences}>
          <Button type="button" onClick={() => keepMine(state.seen)}>
            Save what is typed here
          </Button>
        </Conflict>
      ) : null}
      <div className="row">
        <Button look="quiet" {...act}>
          Save
        </Button>
        <span className="small save-state" role="status">
          {stateWords(state)}
        </span>
      </div>
      {acts}
    </form>
  );
}

function Conflict({
  section,
  differences,
  children,
}: {
  section: string;
  differences: SectionReply["differences"];
  children: ReactNode;
}) {
  return (
    <Notice tone="amber" isNews>
      <div className="stack">
        <p>Not saved: this section was changed in another window or on another device. Both are shown here.</p>
        <DifferenceList differences={differences} beforeLabel="Stored now" afterLabel="Typed here" />
        <div className="row">
          {children}
          <a href={`/studio/profile?stored=${section}#${section}`}>Use what is stored</a>
        </div>
      </div>
    </Notice>
  );
}

function stateWords(state: SaveState): string {
  switch (state.kind) {
    case "saving":
      return "Saving ...";
    case "saved":
      return `Saved ${state.at}`;
    case "trying_again":
      return "Not saved yet, trying again. What you typed is still here.";
    case "signed_out":
      return "Not saved: you are signed out. Sign in in another window, then press Save.";
    case "gone":
      return "Not saved: this is no longer there. Load the page again.";
    case "errors":
      return "Not saved: look at what is marked.";
    case "conflict":
    case "idle":
      return "";
  }
}
