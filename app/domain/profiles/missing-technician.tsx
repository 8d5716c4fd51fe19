import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

const LONGEST_GUESS = 60;

/** "ana-reyes" as "ana reyes": what somebody who followed a dead link is probably looking for. */
export function nameFromSlug(slug: string): string {
  return slug
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_GUESS);
}

/** No profile at this address: why that may be, and a search that already holds what the address said. */
export function MissingTechnician({ slug }: { slug: string }) {
  return (
    <div className="page-narrow stack">
      <h1>There is no technician at this address</h1>
      <p className="lead">
        The address may have a typing error, or the technician has taken the profile down. Nothing more can be shown.
      </p>
      <form method="get" action="/technicians" role="search" className="stack">
        <TextField label="What are you looking for?" name="q" defaultValue={nameFromSlug(slug)} autoComplete="off" />
        <div className="row">
          <Button>Search</Button>
          <a href="/technicians">All technicians</a>
        </div>
      </form>
    </div>
  );
}
