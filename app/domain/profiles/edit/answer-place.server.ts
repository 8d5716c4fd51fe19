import { data, redirect } from "@remix-run/node";
import { arrangePlace } from "#app/domain/profiles/edit/arrange-places.server.ts";
import { LISTED_UNTIL_PUBLISHED } from "#app/domain/profiles/edit/listed.ts";
import type { PlaceReply } from "#app/domain/profiles/edit/own-place.ts";
import { MOST_KM_FROM_TOWN, movedTo } from "#app/domain/profiles/edit/pin.ts";
import type { Direction } from "#app/domain/profiles/edit/pin.ts";
import { placeReply, readPlace } from "#app/domain/profiles/edit/place-fields.ts";
import { MOST_PLACES, savePlace } from "#app/domain/profiles/edit/save-place.server.ts";
import type { SavePlaceRefusal } from "#app/domain/profiles/edit/save-place.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";

const DIRECTIONS: readonly Direction[] = ["north", "south", "east", "west"];

/** Carries out the form of a place: of a new one (`id` null), or of one of the keeper's. */
export async function answerPlace(keeper: Keeper, request: Request, id: string | null) {
  const read = await readForm(request);
  if (!read.ok) throw data(null, { status: read.reason });
  const form = read.value;
  const turn = await takeTurn("profile", keeper.userId);
  if (!turn.allowed) {
    return data(reply(form, { form: "That was a lot of changes for one hour. Go on a little later." }), {
      status: 429,
    });
  }
  const act = form.get("act");
  if (act === "remove" && id !== null) return remove(keeper, form, id);
  const direction = DIRECTIONS.find((one) => one === act);
  if (direction) return data(moved(form, direction), { status: 200 });
  const fields = readPlace(form);
  if (!fields.ok) return data({ ...reply(form, {}), errors: fields.reason.errors }, { status: 400 });
  const sent = { id, seen: form.get("seen") ?? "", input: fields.value };
  const saved = await savePlace(keeper, sent, new Date());
  if (saved.ok) {
    const isNew = id === null;
    return redirect(
      isNew ? `/studio/profile/places/${saved.value}?done=new` : "/studio/profile/places?done=saved",
      303,
    );
  }
  return refused(form, saved.reason);
}

async function remove(keeper: Keeper, form: URLSearchParams, id: string) {
  if (form.get("sure") !== "yes") return data(reply(form, { sure: "Tick it to remove the place." }), { status: 400 });
  const removed = await arrangePlace(keeper, { id, act: "remove" }, new Date());
  if (removed.ok) return redirect("/studio/profile/places?done=removed", 303);
  if (removed.reason === "not_found") throw notFound();
  return data(reply(form, { form: LISTED_UNTIL_PUBLISHED }), { status: 409 });
}

function refused(form: URLSearchParams, reason: SavePlaceRefusal) {
  switch (reason.kind) {
    case "not_found":
      throw notFound();
    case "listed":
      return data(reply(form, { form: LISTED_UNTIL_PUBLISHED }), { status: 409 });
    case "too_many":
      return data(reply(form, { form: `A profile has at most ${MOST_PLACES} places. Remove one first.` }), {
        status: 409,
      });
    case "pin_too_far":
      return data(reply(form, { lat: `The pin is more than ${MOST_KM_FROM_TOWN} km from the town.` }), { status: 400 });
    case "town": {
      const { suggestions } = reason;
      const town =
        suggestions.length > 0 ? "Which of these do you mean?" : "We don’t know this town. Try the nearest larger one.";
      return data({ ...reply(form, { town }), suggestions }, { status: 400 });
    }
    case "conflict": {
      const { seen, differences } = reason;
      return data({ ...reply(form, {}), seen, differences }, { status: 409 });
    }
  }
}

/** The form with its pin a step further; saved only by its own button. */
function moved(form: URLSearchParams, direction: Direction): PlaceReply {
  const typed = reply(form, {});
  const [lat, lng] = [Number(typed.values["lat"]), Number(typed.values["lng"])];
  if (!Number.isFinite(lat) || !Number.isFinite(lng)) return typed;
  const pin = movedTo({ lat, lng }, direction);
  return { ...typed, values: { ...typed.values, lat: pin.lat.toFixed(5), lng: pin.lng.toFixed(5) }, isMoved: true };
}

function reply(form: URLSearchParams, errors: Record<string, string>): PlaceReply {
  return { ...placeReply(form, errors), suggestions: [], seen: null, differences: [], isMoved: false };
}
