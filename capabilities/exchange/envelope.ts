type Paged = { page: number; per_page: number; minimal?: boolean }

/** A page of the standard around the text of its contents. `minimal` is everything on one page. */
export function contentsIn({ page, per_page, minimal }: Paged, found: number, contents: string): string {
  const size = minimal ? found : Math.max(0, Math.min(per_page, found - (page - 1) * per_page))
  const pages = minimal ? Math.min(1, found) : Math.ceil(found / per_page)
  const envelope = { total_items: found, total_pages: pages, page_number: page, size, first_page: page === 1, last_page: page >= pages, empty: size === 0 }
  return `${JSON.stringify(envelope).slice(0, -1)},"contents":${contents}}`
}
