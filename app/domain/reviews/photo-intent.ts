import { isRowId } from "#app/platform/row-id.ts";

/** What a press beside one of the photos in a form asks for. */
export type PhotoIntent = { act: "remove" | "cover"; photoId: string };

/** The value of the button: it travels with the whole form, so that what was typed is kept first. */
export function photoIntent({ act, photoId }: PhotoIntent): string {
  return `${act}_photo ${photoId}`;
}

/** Reads it back; null for any other intent. */
export function readPhotoIntent(intent: string): PhotoIntent | null {
  const [word, photoId = "", ...rest] = intent.split(" ");
  if (rest.length > 0 || !isRowId(photoId)) return null;
  if (word === "remove_photo") return { act: "remove", photoId };
  return word === "cover_photo" ? { act: "cover", photoId } : null;
}

/** Where parts of a photo are hidden, and where to go afterwards. */
export function coverPath(photoId: string, returnTo: string): string {
  return `/account/photos/${photoId}?${new URLSearchParams({ returnTo }).toString()}`;
}
