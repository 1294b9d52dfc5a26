import { say } from '../../platform/texts.ts'
import { Button } from '../../ui/buttons.tsx'
import type { Question } from './asking.ts'
import type { ShownGroup, ShownResults } from './shown.ts'
import { texts } from './texts.ts'
import { groupNames } from './words.ts'

const Boxes = ({ group }: { group: ShownGroup }) => (
  <fieldset class="filter-group">
    <legend class="filter-heading">{group.heading}</legend>
    {group.options.map(({ value, label, count, chosen }) => (
      <label class="filter-option">
        <input type="checkbox" name={group.name} value={value} checked={chosen} />
        <span>{label}</span>
        {count === null ? null : <span class="filter-count">{count}</span>}
      </label>
    ))}
  </fieldset>
)

const Where = ({ found, question }: { found: ShownResults; question: Question }) => (
  <fieldset class="filter-group">
    <legend class="filter-heading">{say(texts.where)}</legend>
    <label class="filter-field">
      <span>{say(texts.area)}</span>
      <select class="input input-select" name="wijk">
        <option value="">{say(texts.anywhere)}</option>
        {found.areas
          .filter((it) => it.kind !== 'municipality')
          .map((it) => (
            <option value={it.slug} selected={it.slug === question.wijk}>
              {it.name}
            </option>
          ))}
      </select>
    </label>
    <label class="filter-field">
      <span>{say(texts.postcode)}</span>
      <input class="input" type="text" inputmode="numeric" name="postcode" value={question.postcode ?? ''} maxlength={7} autocomplete="postal-code" aria-describedby="postcode-hint" aria-invalid={found.postcode === 'wrong' ? 'true' : undefined} />
    </label>
    <p class="small soft" id="postcode-hint">
      {found.postcode === 'wrong' ? <strong class="alarm-text">{say(texts.postcodeWrong)}</strong> : found.postcode === 'unknown' ? say(texts.postcodeUnknown) : say(texts.postcodeHint)}
    </p>
  </fieldset>
)

/** All filters in plain words, with how many there are; a form that is sent, so that it works without script. */
export const Filters = ({ found, question, path }: { found: ShownResults; question: Question; path: string }) => {
  const first = found.groups.filter((it) => !it.more)
  const more = found.groups.filter((it) => it.more)
  return (
    <form class="filters" id="filters" method="get" action={path}>
      {question.q ? <input type="hidden" name="q" value={question.q} /> : null}
      <Where found={found} question={question} />
      <fieldset class="filter-group">
        <legend class="unseen">{say(groupNames.open)}</legend>
        <label class="filter-option">
          <input type="checkbox" name="open" value="nu" checked={question.open === 'nu'} />
          <span>{say(groupNames.open)}</span>
        </label>
      </fieldset>
      {first.map((group) => (
        <Boxes group={group} />
      ))}
      {more.length > 0 ? (
        <details class="filter-more" open={more.some((group) => group.options.some((it) => it.chosen))}>
          <summary>{say(texts.moreFilters)}</summary>
          {more.map((group) => (
            <Boxes group={group} />
          ))}
        </details>
      ) : null}
      <label class="filter-field">
        <span class="filter-heading">{say(texts.order)}</span>
        <select class="input input-select" name="volgorde">
          <option value="">{say(texts.orderPast)}</option>
          <option value="dichtbij" selected={question.volgorde === 'dichtbij'}>
            {say(texts.orderNear)}
          </option>
          <option value="gecontroleerd" selected={question.volgorde === 'gecontroleerd'}>
            {say(texts.orderFresh)}
          </option>
        </select>
      </label>
      <Button>{say(texts.apply)}</Button>
    </form>
  )
}
