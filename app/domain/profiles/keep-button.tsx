import { createContext, useContext } from "react";
import type { KeptTechnicians } from "#app/domain/profiles/kept-technicians.ts";

/** The one form that every button here belongs to, wherever on the page the button stands. */
export const KEEP_FORM = "keep";

/** The reader's lists as they are after the presses so far. */
export const KeptContext = createContext<KeptTechnicians>({ shortlist: [], compare: [] });

/**
 * Puts a technician on one of the reader's lists, or takes them off again. A plain submit button: without JavaScript
 * the page comes back changed, with it `Keeping` changes the lists in place. The name follows for who can't see the card.
 */
export function KeepButton({ list, slug, name }: { list: keyof KeptTechnicians; slug: string; name: string }) {
  const { shortlist, compare } = useContext(KeptContext);
  const isShortlist = list === "shortlist";
  const isKept = isShortlist ? shortlist.includes(slug) : compare.some((one) => one.slug === slug);
  const words = isKept
    ? `Remove from ${isShortlist ? list : "comparison"}`
    : isShortlist
      ? "Add to shortlist"
      : "Compare";
  return (
    <button
      className={isKept ? "keep keep-on" : "keep"}
      form={KEEP_FORM}
      formAction={`/${list}`}
      name={isKept ? "remove" : "add"}
      value={slug}
      aria-label={`${words}: ${name}`}
    >
      {words}
    </button>
  );
}

/** Both of them for one technician. */
export function KeepButtons({ slug, name }: { slug: string; name: string }) {
  return (
    <div className="keep-row">
      <KeepButton list="shortlist" slug={slug} name={name} />
      <KeepButton list="compare" slug={slug} name={name} />
    </div>
  );
}
