import { useEffect, useId, useRef, useState } from "react";
import { PhotoPicture } from "#app/domain/media/photo-picture.tsx";
import type { Photo } from "#app/domain/media/photo.ts";

interface ComparisonSide {
  photo: Pick<Photo, "key" | "width" | "height">;
  alt: string;
  /** Shown with the picture: its stage and age, "Healed, 6 weeks". */
  caption: string;
}

interface ComparisonSliderProps {
  before: ComparisonSide;
  after: ComparisonSide;
  sizes: string;
}

const START = 50;

/**
 * Two pictures of the same head, laid over each other with a divider that is dragged, or moved with the arrow keys.
 * "Side by side" shows both whole. That switch needs no JavaScript, and without JavaScript both are side by side
 * from the start (comparison rules in media.css).
 */
export function ComparisonSlider({ before, after, sizes }: ComparisonSliderProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState(START);
  const beforeId = useId();
  const afterId = useId();

  useEffect(() => {
    // Through the CSSOM: a style attribute in the page would break the content security policy.
    frame.current?.style.setProperty("--comparison-at", String(position / 100));
  }, [position]);

  return (
    <div className="comparison">
      <div className="comparison-frame" ref={frame}>
        <figure className="comparison-side comparison-before">
          <PhotoPicture photo={before.photo} alt={before.alt} sizes={sizes} />
          <figcaption className="comparison-caption" id={beforeId}>
            {before.caption}
          </figcaption>
        </figure>
        <figure className="comparison-side comparison-after">
          <PhotoPicture photo={after.photo} alt={after.alt} sizes={sizes} />
          <figcaption className="comparison-caption" id={afterId}>
            {after.caption}
          </figcaption>
        </figure>
        <input
          className="comparison-range"
          type="range"
          min={0}
          max={100}
          defaultValue={START}
          aria-label="Show more of the picture before or after"
          aria-describedby={`${beforeId} ${afterId}`}
          aria-valuetext={`${position} % before, ${100 - position} % after`}
          onInput={(event) => setPosition(event.currentTarget.valueAsNumber)}
        />
        <div className="comparison-divider" aria-hidden="true" />
      </div>
      <label className="comparison-switch">
        <input className="comparison-toggle" type="checkbox" /> Side by side
      </label>
    </div>
  );
}
