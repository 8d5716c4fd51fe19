/** Rows of words, each named by its first cell. */
export function WordsTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly [name: string, ...cells: string[]])[];
}) {
  return (
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((words, at) => (
              <td key={heads[at + 1]}>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
