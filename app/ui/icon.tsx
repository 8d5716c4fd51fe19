/** An icon of the Lucide set beside words that say the same; its shape is in layout.css. */
export function Icon({ name }: { name: "x" | "info" | "circle-alert" | "sliders-horizontal" | "locate-fixed" }) {
  return <span className={`icon icon-${name}`} aria-hidden="true" />;
}
