import { PHOTO_REFUSALS } from "#app/domain/media/photo.ts";
import type { PhotoRefusal } from "#app/domain/media/photo.ts";

/** What somebody hands in to be looked at by a moderator: a licence, a certificate, a proof of a visit. Never public. */
export type DocumentType = "application/pdf" | "image/jpeg";

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
/** What the documents of one account may weigh together while they are kept. */
export const DOCUMENT_QUOTA_BYTES = 200 * 1024 * 1024;

/** What a moderator is shown of a PDF: so many pages, the longer side so many pixels. */
export const DOCUMENT_PAGES = { most: 10, side: 1_600 } as const;

export const DOCUMENT_PROBLEMS = {
  ...PHOTO_REFUSALS,
  too_large: "This file is larger than 10 MB. Choose a smaller scan or photo.",
  not_an_image: "This file can't be used. Choose a PDF, JPEG or PNG file.",
  unsupported_type: "This kind of file can't be used. Save it as PDF, JPEG or PNG and try again.",
  damaged: "This file can't be read: it is damaged or incomplete. Try the original again.",
  harmful: "This file was refused because a virus scanner warns of it.",
  quota: "Your documents use up all the room there is for one account. Old ones go by themselves after their decision.",
  no_room: "The document could not be kept: there is no room left on our side. Please try again later.",
} as const;
export type DocumentRefusal = PhotoRefusal | "harmful" | "quota" | "no_room";

export function documentFileName(type: DocumentType): string {
  return type === "application/pdf" ? "document.pdf" : "document.jpg";
}

/** One look at a document. `by` is the moderator's name, null once their account is gone; `at` is an ISO text. */
export type DocumentView = { at: string; by: string | null; isDownload: boolean };

/** A document as its owner sees it. Times are ISO texts. */
export type OwnDocument = {
  id: string;
  mediaType: DocumentType;
  handedInAt: string;
  /** When its bytes are deleted, or null while that is open. */
  goesAt: string | null;
  /** What it was handed in for, and where that stands; null for one that was not handed in with anything yet. */
  handedInFor: { label: string; href: string } | null;
  views: DocumentView[];
};

/** Whether it begins and ends like a PDF. What is between is never opened here. */
export function isPdf(bytes: Uint8Array): boolean {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  return ascii(0, 5) === "%PDF-" && ascii(Math.max(0, bytes.length - 1024), bytes.length).includes("%%EOF");
}
