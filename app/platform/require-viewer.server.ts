import { data, redirect } from "@remix-run/node";
import { findSignedIn } from "#app/platform/sessions.server.ts";
import type { SignedIn } from "#app/platform/sessions.server.ts";

/** Who looks at a page or sends a form. */
export type Viewer = SignedIn;

/** For how long after giving the password sensitive acts don't ask for it again (A-08). */
const RECENT_MS = 10 * 60_000;

/*
 * The guards of loaders and actions. Every one of them asks for itself: a layout's guard protects neither its children
 * nor any action. What they throw is the answer.
 */

export function findViewer(request: Request): Promise<Viewer | null> {
  return findSignedIn(request.headers.get("Cookie"));
}

/** Somebody signed in; anybody else is sent to the sign-in page and comes back to this address afterwards. */
export async function requireViewer(request: Request): Promise<Viewer> {
  const viewer = await findViewer(request);
  if (viewer === null) throw redirect(`/sign-in?${returning(request)}`, 303);
  return viewer;
}

/** Whoever keeps a technician's profile. For others there is nothing at this address. */
export async function requireTechnician(request: Request): Promise<Viewer & { technicianId: string }> {
  const viewer = await requireViewer(request);
  if (!viewer.roles.includes("technician") || viewer.technicianId === null) throw notFound();
  return { ...viewer, technicianId: viewer.technicianId };
}

/**
 * A moderator who gave their second factor in this session; without one they are led to set it up or to give it. For
 * others there is nothing at this address.
 */
export async function requireModerator(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!viewer.roles.includes("moderator")) throw notFound();
  if (!viewer.hasSecondFactor) throw redirect(`/account/authenticator?${returning(request)}`, 303);
  if (viewer.mfaAt === null) throw redirect(`/sign-in/code?${returning(request)}`, 303);
  return viewer;
}

/** For sensitive acts: the password was given within the last ten minutes, or has to be given again now. */
export function requireRecentAuth(request: Request, viewer: Viewer, now = new Date()): void {
  if (!hasRecentAuth(viewer, now)) throw redirect(`/confirm?${returning(request)}`, 303);
}

/** Whether it was: for pages that offer such an act, so that nobody types into a form that then asks for more. */
export function hasRecentAuth(viewer: Viewer, now = new Date()): boolean {
  return now.getTime() - viewer.lastAuthAt.getTime() <= RECENT_MS;
}

/** The same answer for what is not there and for what is somebody else's (Z-02). */
export function notFound() {
  return data(null, { status: 404 });
}

/** Where to come back to: the address itself, also of a form that was sent (forms live at the address they post to). */
function returning(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("_routes");
  searchParams.delete("index");
  const query = searchParams.toString();
  return new URLSearchParams({
    returnTo: `${pathname.replace(/\.data$/, "")}${query === "" ? "" : `?${query}`}`,
  }).toString();
}
