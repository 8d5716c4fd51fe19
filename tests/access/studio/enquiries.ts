import { stopInvitationsPath } from "#app/domain/reviews/stop-invitations.server.ts";
import { locked, publicForm } from "../route-row.ts";
import type { RouteRow } from "../route-row.ts";

const STOP = stopInvitationsPath("a".repeat(43));

/* Enquiries and invitations: the rows of the access table, and what their loaders tell. */

export const routes: Record<string, RouteRow> = {
  "routes/studio.invitations._index": locked(
    { reader: "technician", path: () => "/studio/invitations" },
    { hasAction: true },
  ),
  "routes/studio.invitations.cards": locked(
    { reader: "technician", path: () => "/studio/invitations/cards" },
    { hasAction: true },
  ),
  "routes/invitations.stop.$token": publicForm(() => STOP, {
    params: () => ({ token: STOP.slice("/invitations/stop/".length) }),
  }),
  "routes/studio.enquiries._index": locked({ reader: "technician", path: () => "/studio/enquiries" }),
  "routes/studio.enquiries.$id": locked(
    { reader: "technician", path: ({ studio }) => `/studio/enquiries/${studio("enquiry")}`, isTheirs: true },
    { params: ({ studio }) => ({ id: studio("enquiry") }), hasAction: true },
  ),
};

export const loaderKeys: Record<string, Record<string, string>> = {
  "routes/studio.invitations._index": {
    "": "counts done months share",
    counts: "expired unused used",
    "months[]": "declared invited month treatedHere",
    share: "invited months percent treated",
  },
  "routes/studio.invitations.cards": {},
  "routes/invitations.stop.$token": { "": "isStopped" },
  "routes/studio.enquiries._index": {
    "": "counts enquiries page pageCount status unread",
    counts: "answered closed consultation_booked declined sent treated withdrawn",
    "enquiries[]": "bookedFor clientName daysWaiting excerpt id isBlocked isUnread sentOn status",
  },
  "routes/studio.enquiries.$id": {
    "": "done thread today",
    thread: "bookedFor brief can clientName id isBlocked messages sentAt status times treatedOn version",
    "thread.brief":
      "budgetFrom budgetTo concern currency hairlineStyle preferredDates questions scale scaleBand scars skinType wishes",
    "thread.can": "answer book close decline offer treat",
    "thread.messages[]": "at id isOwn text",
    "thread.times[]": "id isAccepted isOver minutes startsAt",
  },
};
