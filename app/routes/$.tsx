/** Every address that is no page: a real 404, inside the frame of the site. */
export function loader(): never {
  throw new Response(null, { status: 404, statusText: "Not Found" });
}

/** The loader never lets it get this far; without a screen Remix would send the bare answer. */
export default function NoPage() {
  return null;
}
