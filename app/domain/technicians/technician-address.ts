/** Where readers find a technician, and where programs do: paths on this site, for a current slug. */
export function technicianPath(slug: string): string {
  return `/technicians/${slug}`;
}

export function technicianApiPath(slug: string): string {
  return `/api/v1/technicians/${slug}`;
}
