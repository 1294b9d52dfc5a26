/** Which rows go and which values come, when these values are chosen: a row whose value is chosen still stays as it is, with all that a source told of it. */
export function among<R extends { id: string }>(rows: readonly R[], valueIn: (row: R) => string, chosen: readonly string[]): { gone: string[]; added: string[] } {
  const before = new Set(rows.map(valueIn))
  return { gone: rows.filter((row) => !chosen.includes(valueIn(row))).map(({ id }) => id), added: [...new Set(chosen)].filter((value) => !before.has(value)) }
}
