import { photoSrcSet, photoUrl, type Photo } from "#app/domain/media/photo.ts";

interface PhotoPictureProps {
  photo: Pick<Photo, "key" | "width" | "height">;
  /** How wide the picture is shown, as the `sizes` attribute has it. */
  sizes: string;
  alt: string;
  /** For pictures that are in view when the page opens. */
  eager?: boolean;
  className?: string;
}

/** A photo in the size that fits the screen. Its place is kept while it loads, so nothing moves. */
export function PhotoPicture({ photo, sizes, alt, eager = false, className }: PhotoPictureProps) {
  return (
    <img
      className={className ? `photo ${className}` : "photo"}
      src={photoUrl(photo.key, 640)}
      srcSet={photoSrcSet(photo.key, photo.width)}
      sizes={sizes}
      width={photo.width}
      height={photo.height}
      alt={alt}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      draggable={false}
    />
  );
}
