import type { OwnPlaceItem } from "#app/domain/profiles/edit/find-own-places.server.ts";
import { LISTED_UNTIL_PUBLISHED } from "#app/domain/profiles/edit/listed.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { weekOf } from "#app/domain/technicians/opening-hours.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

const DONE: Record<string, string> = {
  saved: "The place is saved.",
  moved: "The order is saved.",
  removed: "The place is off your profile.",
};

type Props = { isListed: boolean; places: OwnPlaceItem[]; done: string | null; error: string | null };

/** Where somebody works, the main place first. */
export function PlacesScreen({ isListed, places, done, error }: Props) {
  return (
    <StudioFrame
      current="profile"
      title="Your places"
      lead="The first is your main place: it stands at the top of your profile."
    >
      <p>
        <a href="/studio/profile">Back to your profile</a>
      </p>
      {done === null ? null : <Notice isNews>{DONE[done] ?? "Saved."}</Notice>}
      <FormErrors errors={error === null ? {} : { form: [error] }} />
      {isListed ? <Notice>{LISTED_UNTIL_PUBLISHED}</Notice> : null}
      {places.length === 0 ? <p>None yet. Clients search by town: without a place they don’t find you.</p> : null}
      <ol className="plain-list stack">
        {places.map((place, at) => (
          <li key={place.id} className="card stack stack-tight">
            <div className="row">
              <h2>{place.name}</h2>
              {at === 0 ? <Chip>Main place</Chip> : null}
            </div>
            <p>{[place.address, place.town].filter(Boolean).join(", ")}</p>
            {place.guest === null ? null : <p>{guestWords(place.guest)}</p>}
            <p className="small muted">{hoursWords(place)}</p>
            <div className="row">
              <ButtonLink look="quiet" href={`/studio/profile/places/${place.id}`}>
                Change<span className="sr-only">{` ${place.name}`}</span>
              </ButtonLink>
              {places.length < 2 || isListed ? null : (
                <form method="post" action="/studio/profile/places" className="row">
                  <input type="hidden" name="id" value={place.id} />
                  {at === 0 ? null : (
                    <Button look="quiet" name="act" value="up">
                      Move up<span className="sr-only">{` ${place.name}`}</span>
                    </Button>
                  )}
                  {at === places.length - 1 ? null : (
                    <Button look="quiet" name="act" value="down">
                      Move down<span className="sr-only">{` ${place.name}`}</span>
                    </Button>
                  )}
                </form>
              )}
            </div>
          </li>
        ))}
      </ol>
      {isListed ? null : (
        <p>
          <ButtonLink href="/studio/profile/places/new">Add a place</ButtonLink>
        </p>
      )}
    </StudioFrame>
  );
}

function guestWords({ from, until }: NonNullable<OwnPlaceItem["guest"]>): string {
  return ["Guest", from && `from ${formatDay(from)}`, until && `until ${formatDay(until)}`].filter(Boolean).join(" ");
}

function hoursWords({ hours }: OwnPlaceItem): string {
  if (hours.length === 0) return "Opening hours: not told.";
  const open = weekOf(hours).filter(({ words }) => words !== "Closed");
  return `Open ${open.map(({ day, words }) => `${day} ${words}`).join("; ")}.`;
}
