import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { CompareTray } from "#app/domain/profiles/compare-tray.tsx";
import { KEEP_FORM, KeptContext } from "#app/domain/profiles/keep-button.tsx";
import { applyIntents, COMPARISON, SHORTLIST } from "#app/domain/profiles/kept-technicians.ts";
import type { KeepIntent, KeptTechnicians } from "#app/domain/profiles/kept-technicians.ts";

type List = keyof KeptTechnicians;
type Press = KeepIntent & { list: List; name: string; isSaved: boolean };

const MOST = { shortlist: SHORTLIST.most, compare: COMPARISON.most };

function afterPresses({ shortlist, compare }: KeptTechnicians, presses: readonly Press[]): KeptTechnicians {
  const of = (list: List) => presses.filter((press) => press.list === list);
  const named = [...compare, ...presses];
  const slugs = compare.map(({ slug }) => slug);
  return {
    shortlist: applyIntents(shortlist, of("shortlist"), MOST.shortlist),
    compare: applyIntents(slugs, of("compare"), MOST.compare).map((slug) => ({
      slug,
      name: named.find((one) => one.slug === slug)?.name ?? slug,
    })),
  };
}

/** To the address of the page's data: there a redirect is no redirect but a 202, which needs no following. */
function post(list: List, unsaved: readonly Press[], how: RequestInit): Promise<Response | null> {
  const body = new URLSearchParams(unsaved.map(({ does, slug }) => [does, slug]));
  return fetch(`/${list}.data`, { method: "POST", body, ...how }).catch(() => null);
}

/**
 * The reader's lists for everything on the page, with the form that changes them and the bar of those to compare.
 * `kept` is what the server knows. A press shows at once and is sent without leaving the page. The next press cancels
 * that and sends all that are not saved yet, in order, so that no answer can overtake another; what is still under way
 * when the page goes is sent once more. What can't be saved is taken back and said.
 */
export function Keeping({ kept, children }: { kept: KeptTechnicians; children: (bar: ReactNode) => ReactNode }) {
  const { pathname, search } = useLocation();
  const { revalidate } = useRevalidator();
  const [presses, setPresses] = useState<Press[]>([]);
  const [news, setNews] = useState({ words: "", isTrouble: false });
  const underWay = useRef(new Map<List, { unsaved: Press[]; abort: AbortController }>());
  const [known, setKnown] = useState(kept);
  if (known !== kept) {
    setKnown(kept);
    setPresses(presses.filter((press) => !press.isSaved));
  }
  const shown = afterPresses(kept, presses);

  useEffect(() => {
    const onHide = () => underWay.current.forEach(({ unsaved }, list) => void post(list, unsaved, { keepalive: true }));
    // A page that the browser had put by for going back, whole or as its HTML, may know less than the cookies do.
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && revalidate();
    const [arrival] = performance.getEntriesByType("navigation");
    if (arrival && "type" in arrival && arrival.type === "back_forward") revalidate();
    addEventListener("pagehide", onHide);
    addEventListener("pageshow", onShow);
    return () => {
      removeEventListener("pagehide", onHide);
      removeEventListener("pageshow", onShow);
    };
  }, [revalidate]);

  async function send(list: List, unsaved: Press[]) {
    underWay.current.get(list)?.abort.abort();
    const abort = new AbortController();
    underWay.current.set(list, { unsaved, abort });
    const answer = await post(list, unsaved, { signal: abort.signal });
    if (abort.signal.aborted) return;
    underWay.current.delete(list);
    const isSaved = answer?.status === 202;
    setPresses((all) =>
      all.flatMap((press) => (unsaved.includes(press) ? (isSaved ? { ...press, isSaved } : []) : press)),
    );
    if (!isSaved) {
      setNews({ words: "That could not be saved, so it was taken back. Try again in a moment.", isTrouble: true });
    }
  }

  function onSubmit(event: FormEvent) {
    const { nativeEvent } = event;
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const list = button.getAttribute("formaction") === "/compare" ? "compare" : "shortlist";
    const place = list === "compare" ? "comparison" : list;
    const { name: does, value: slug } = button;
    if (does === "add" && shown[list].length >= MOST[list]) {
      setNews({ words: `Your ${place} is full: ${MOST[list]} is the most. Remove one first.`, isTrouble: true });
      return;
    }
    const name = button.ariaLabel?.replace(/^.*?: /, "") ?? "";
    const press: Press = { list, does, slug, name, isSaved: false };
    setPresses((all) => [...all, press]);
    const done = { add: "Added to", remove: "Removed from" }[does];
    setNews({ words: done ? `${done} ${place}: ${name}.` : `Cleared your ${place}.`, isTrouble: false });
    void send(list, [...(underWay.current.get(list)?.unsaved ?? []), press]);
    // A button that went with its press leaves the focus nearby.
    setTimeout(() => {
      const nearby = [`p#t-${slug}`, ".tray", "main"].map((one) => document.querySelector<HTMLElement>(one));
      if (!button.isConnected) nearby.find(Boolean)?.focus();
    });
  }

  return (
    <KeptContext.Provider value={shown}>
      {/* Before its buttons: one that is pressed while the page still arrives has its form already. */}
      <form id={KEEP_FORM} method="post" action="/shortlist" onSubmit={onSubmit}>
        <input type="hidden" name="returnTo" value={pathname + search} />
      </form>
      {children(
        <div className="keep-bar no-print">
          <p className={news.isTrouble ? "keep-news" : "sr-only"} role="status">
            {news.words}
          </p>
          {/^\/(technicians|shortlist)/.test(pathname) ? <CompareTray technicians={shown.compare} /> : null}
        </div>,
      )}
    </KeptContext.Provider>
  );
}
