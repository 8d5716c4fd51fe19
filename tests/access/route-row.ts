import { SLUG } from "../support/seed-site.ts";
import type { Seeded } from "../support/seed-site.ts";

/** Somebody beside the seeded technician, so that two can be compared. */
export const OTHER_SLUG = "bo-lind";

/** Who asks. Somebody suspended must be answered like nobody. */
export const PEOPLE = ["anonymous", "client", "technician", "moderator", "suspended"] as const;
export type Person = (typeof PEOPLE)[number];

/** The status that each person is answered with. */
export type Answers = Record<Person, number>;

export type RouteRow = {
  /** An address of this route at which the seed has something to read. */
  path: (seeded: Seeded) => string;
  params: (seeded: Seeded) => Record<string, string>;
  hasLoader: boolean;
  hasAction: boolean;
  /** GET and HEAD of the address. */
  read: Answers;
  /** The address with `.data`, alone and narrowed to this route. */
  data: Answers;
  /** A post from our own page to the address. Where there is no action: 405. */
  send: Answers;
  /** The same to `.data`, which puts redirects into the body of a 202. */
  sendData: Answers;
  /** Whom Z-04 asks as: who is told the most. The moderator, unless said otherwise. */
  reader?: Person;
  /** Banned keys that this page may tell its reader after all, because they are the reader's own. */
  mayTell?: readonly string[];
  /** A post ends the session it comes with, so each gets a session of its own. */
  endsSession?: boolean;
};

export const everybody = (status: number): Answers => ({
  anonymous: status,
  client: status,
  technician: status,
  moderator: status,
  suspended: status,
});

/** A page or resource that everybody may read and nobody can write to. */
export const publicReading = (
  path: RouteRow["path"],
  { params = () => ({}), hasLoader = true }: Partial<Pick<RouteRow, "params" | "hasLoader">> = {},
): RouteRow => ({
  path,
  params,
  hasLoader,
  hasAction: false,
  read: everybody(200),
  data: everybody(200),
  send: everybody(405),
  sendData: everybody(405),
});

/** A page whose form everybody may send: it changes a list in the sender's own cookie and leads back. */
export const publicKeeping = (path: RouteRow["path"]): RouteRow => ({
  ...publicReading(path),
  hasAction: true,
  send: everybody(303),
  sendData: everybody(202),
});

export type Lock = {
  reader: Exclude<Person, "anonymous" | "suspended">;
  path: RouteRow["path"];
  /** Something of this one person's own: whoever else is signed in finds nothing there. */
  isTheirs?: boolean;
};
export type LockedRow = Partial<Pick<RouteRow, "params" | "hasLoader" | "hasAction" | "mayTell">> & {
  /** What the person it is for gets for the table's senseless form; 400 unless said otherwise. */
  send?: number;
};

/**
 * A page for people of one kind: `client` stands for everybody signed in, unless it is theirs alone. Nobody and the
 * suspended are sent to sign in, and whoever else is signed in finds nothing there.
 */
export const locked = (
  { reader, path, isTheirs = false }: Lock,
  { params = () => ({}), hasLoader = true, hasAction = false, send = 400, mayTell = [] }: LockedRow = {},
): RouteRow => {
  const isForAll = reader === "client" && !isTheirs;
  const answers = (allowed: number, redirected: number): Answers => {
    const others = (person: Person) => (isForAll || person === reader ? allowed : 404);
    return {
      anonymous: redirected,
      client: others("client"),
      technician: others("technician"),
      moderator: others("moderator"),
      suspended: redirected,
    };
  };
  return {
    path,
    params,
    hasLoader,
    hasAction,
    read: hasLoader ? answers(200, 303) : everybody(405),
    data: answers(200, 202),
    send: hasAction ? answers(send, 303) : everybody(405),
    sendData: hasAction ? answers(send === 303 ? 202 : send, 202) : everybody(405),
    reader,
    mayTell,
  };
};

/** The same for something that belongs to none of them. */
export const noTheirs = (row: RouteRow): RouteRow => ({
  ...row,
  read: { ...row.read, client: 404 },
  data: { ...row.data, client: 404 },
  send: { ...row.send, client: 404 },
  sendData: { ...row.sendData, client: 404 },
});

export const slug = () => ({ slug: SLUG });
/** Looks like the secret of a link in a mail; there is no such link. */
export const NO_TOKEN = "b".repeat(43);
export const token = () => ({ token: NO_TOKEN });

/** A page whose form everybody may send; the table's is refused. */
export const publicForm = (...args: Parameters<typeof publicReading>): RouteRow => ({
  ...publicReading(...args),
  hasAction: true,
  send: everybody(400),
  sendData: everybody(400),
});

/** A form for who isn't signed in; others are led on. */
export const entry = (path: RouteRow["path"]): RouteRow => {
  const forNobody = (status: number, led: number): Answers => ({
    ...everybody(led),
    anonymous: status,
    suspended: status,
  });
  return {
    ...publicForm(path),
    read: forNobody(200, 303),
    data: forNobody(200, 202),
    // The page after a refusal leads on too; its data alone is the refusal.
    send: forNobody(400, 303),
  };
};

/** An address that has nothing to show: it leads away, or refuses the table's form. */
export const leadingAway = (path: RouteRow["path"], send: 303 | 400): RouteRow => ({
  ...publicReading(path),
  hasAction: true,
  read: everybody(303),
  data: everybody(202),
  send: everybody(send),
  sendData: everybody(send === 303 ? 202 : 400),
});

/** A page that is there in no way. */
export const notHere = (path: string, params: RouteRow["params"] = () => ({})): RouteRow => ({
  ...publicReading(() => path, { params }),
  read: everybody(404),
  data: everybody(404),
});
