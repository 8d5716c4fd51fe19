import { technicianPath } from "#app/domain/technicians/technician-address.ts";

/** On a listing that shows nothing of its technician's own: how to make it one's profile, or that somebody does. */
export function ClaimInvitation({ slug, isClaimed }: { slug: string; isClaimed: boolean }) {
  if (isClaimed) return <p>Its technician has claimed this listing and is preparing a profile.</p>;
  return (
    <p>
      {"Is this you? "}
      <a href={`${technicianPath(slug)}/claim`}>Claim this listing</a>
    </p>
  );
}
