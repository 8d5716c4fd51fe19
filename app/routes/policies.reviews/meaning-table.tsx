import type { Meaning } from "#app/routes/policies.reviews/review-policy.ts";

/** Names on the left, what each means on the right. */
export function MeaningTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: [name: string, meaning: string];
  rows: readonly Meaning[];
}) {
  return (
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, meaning }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
