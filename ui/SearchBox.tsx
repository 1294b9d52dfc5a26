import { say } from '../platform/texts.ts'
import { classes } from './classes.ts'
import { texts } from './texts.ts'

/** One field to search with, a GET with `q`. `hero` is the large one on the panel of home. `kept` are filters that stay. `suggest` is where script asks for words that begin as typed. */
export const SearchBox = ({ action, label, value, hero, seenLabel, kept = {}, suggest, id = 'search' }: {
  action: string
  label: string
  value?: string
  hero?: boolean
  seenLabel?: boolean
  kept?: Record<string, readonly string[]>
  suggest?: string
  id?: string
}) => (
  <search>
    <form class={classes('search-box', hero && 'search-box-hero')} method="get" action={action}>
      <label class={seenLabel ? 'search-label' : 'unseen'} for={id}>
        {label}
      </label>
      <div class="search-line">
        <input class="search-field" type="search" id={id} name="q" value={value} maxlength={200} autocomplete="off" enterkeyhint="search" data-search-key data-suggest={suggest} list={suggest ? `${id}-words` : undefined} />
        <button class="search-button" type="submit">
          {say(texts.search)}
        </button>
      </div>
      {suggest ? <datalist id={`${id}-words`} /> : null}
      {Object.entries(kept).flatMap(([name, values]) => values.map((one) => <input type="hidden" name={name} value={one} />))}
    </form>
  </search>
)
