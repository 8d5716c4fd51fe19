const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether text from outside can be the id of a row at all: anything else would be an error of the database, not a miss. */
export function isRowId(text: string): boolean {
  return UUID.test(text);
}
