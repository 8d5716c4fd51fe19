/** A mail as it goes over the wire: the complete message (RFC 5322) and whom the server is told it is from and for. */
export type Letter = { from: string; to: string; message: Uint8Array };

/**
 * What became of a letter. `later`: it was certainly not taken, and may be offered again. `refused`: it will never be
 * taken. `unknown`: the answer got lost after the server had begun to take it in; offered again it could come twice.
 */
export type Delivery = { outcome: "sent" } | { outcome: "later" | "refused" | "unknown"; reason: string };

/** What takes letters away: a connection to a mail server, or a folder. */
export type Carrier = {
  deliver: (letter: Letter) => Promise<Delivery>;
  /** False once the connection is lost: what is left waits for another one. */
  isOpen: () => boolean;
  close: () => void;
};
