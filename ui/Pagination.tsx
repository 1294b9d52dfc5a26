import { say } from '../platform/texts.ts'
import { Icon } from './icons.tsx'
import { texts } from './texts.ts'

/** Steps through a long list. Nothing when there is only one page. Pages count from 1. */
export const Pagination = ({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) =>
  pages <= 1 ? null : (
    <nav class="pagination" aria-label={say(texts.pages)}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          <Icon name="arrow-left" size={18} />
          <span>{say(texts.previous)}</span>
        </a>
      ) : null}
      <span class="soft">{say(texts.pageOf(page, pages))}</span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          <span>{say(texts.next)}</span>
          <Icon name="arrow-right" size={18} />
        </a>
      ) : null}
    </nav>
  )
