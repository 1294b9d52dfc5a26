import { say } from '../platform/texts.ts'
import { classes } from './classes.ts'
import { texts } from './texts.ts'

/** One field to search with, a GET with `q`. `hero` is the large one on the panel of home. `kept` are filters that stay. */
export const SearchBox = ({ action, label, value, hero, seenLabel, kept = {}, id = 'search' }: {
  action: string
  label: string
  value?: string
  hero?: boolean
  seenLabel?: boolean
  kept?: Record<string, readonly string[]>
  id?: string
}) => (
  <search>
    <form class={classes('search-box', hero && 'search-box-hero')} method="get" action={action}>
      <label class={seenLabel ? 'search-label' : 'unseen'} for={id}>
        {label}
      </label>
      <div class="search-line">
        <input class="search-field" type="search" id={id} name="q" value={value} autocomplete="off" enterkeyhint="search" data-search-key />
        <button class="search-button" type="submit">
          {say(texts.search)}
        </button>
      </div>
      {Object.entries(kept).flatMap(([name, values]) => values.map((one) => <input type="hidden" name={name} value={one} />))}
    </form>
  </search>
)
