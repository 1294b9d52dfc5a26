import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'

/** `figures` stand at the right, `words` under each other on a phone; `own` is the column that is about us, in bold. `told` says its head before each cell on a phone. */
export type Column = { head: Child; kind?: 'figures' | 'words'; own?: boolean; told?: boolean }
/** A row of a table: what it is about, then one cell for each further column. */
export type TableRow = { name: Child; cells: readonly Child[] }

/**
 * A table of figures. On a phone each row becomes its name with the figures under their heads.
 * The roles are written out, because browsers drop them when the style changes the display of a table.
 */
export const Table = ({ caption, unseenCaption, columns, rows }: { caption: Child; unseenCaption?: boolean; columns: readonly [Column, ...Column[]]; rows: readonly TableRow[] }) => {
  const [first, ...others] = columns
  const kindOf = (column: Column | undefined) => classes('cell', column?.kind && `cell-${column.kind}`, column?.own && 'cell-own')
  // biome-ignore-start lint/a11y/noRedundantRoles: browsers drop the roles when the style changes the display
  return (
    <table class="table" role="table">
      <caption class={unseenCaption ? 'unseen' : 'row-title'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th class="cell cell-name" role="columnheader" scope="col">
            {first.head}
          </th>
          {others.map((column) => (
            <th class={kindOf(column)} role="columnheader" scope="col">
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ name, cells }) => (
          <tr role="row">
            <th class="cell cell-name" role="rowheader" scope="row">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td class={kindOf(others[index])} role="cell">
                {others[index]?.told ? (
                  <span class="cell-head" aria-hidden="true">
                    {others[index].head}:{' '}
                  </span>
                ) : null}
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  // biome-ignore-end lint/a11y/noRedundantRoles: see above
}
