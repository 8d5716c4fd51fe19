import { useEffect, useRef } from "react";

/** Lets a mouse draw over several checkboxes of a grid: all become what the first one becomes. */
export function useDragToMark() {
  const gridRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const grid = gridRef.current;
    if (!grid) return;
    let start: HTMLInputElement | null = null;
    let isMarking = true;
    let hasMoved = false;
    const boxOf = (target: EventTarget | null) =>
      target instanceof Element ? (target.closest("label")?.querySelector("input") ?? null) : null;
    const onDown = (event: PointerEvent) => {
      start = event.pointerType === "mouse" && event.button === 0 ? boxOf(event.target) : null;
      isMarking = start?.checked === false;
      hasMoved = false;
    };
    const onOver = (event: PointerEvent) => {
      const box = boxOf(event.target);
      if (!start || !box || (event.buttons & 1) === 0 || (box === start && !hasMoved)) return;
      hasMoved = true;
      start.checked = isMarking;
      box.checked = isMarking;
    };
    // Released where it began, the press would count as one more click.
    const onClick = (event: MouseEvent) => {
      if (hasMoved && event.target instanceof Element) event.preventDefault();
      hasMoved = false;
    };
    const noDrag = (event: Event) => event.preventDefault();
    grid.addEventListener("pointerdown", onDown);
    grid.addEventListener("pointerover", onOver);
    grid.addEventListener("click", onClick, true);
    grid.addEventListener("dragstart", noDrag);
    return () => {
      grid.removeEventListener("pointerdown", onDown);
      grid.removeEventListener("pointerover", onOver);
      grid.removeEventListener("click", onClick, true);
      grid.removeEventListener("dragstart", noDrag);
    };
  }, []);
  return gridRef;
}
