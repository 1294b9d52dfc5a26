import { say } from '../../platform/texts.ts'
import { Button } from '../../ui/buttons.tsx'
import { filters, groupNames } from '../directory/index.ts'
import type { AgendaQuestion } from './asked.ts'
import type { ShownAgenda } from './shown.ts'
import { texts } from './texts.ts'

const Tick = ({ type, name, value, label, checked }: { type: 'checkbox' | 'radio'; name: string; value: string; label: string; checked: boolean }) => (
  <label class="filter-option">
    <input type={type} name={name} value={value} checked={checked} />
    <span>{label}</span>
  </label>
)

/** All choices in plain words; a form that is sent, so that it works without script. */
export const AgendaFilters = ({ agenda, question }: { agenda: ShownAgenda; question: AgendaQuestion }) => (
  <form class="filters" method="get" action="/agenda">
    <input type="hidden" name="vorm" value={question.vorm} />
    <label class="filter-field">
      <span class="filter-heading">{say(texts.from)}</span>
      <input class="input" type="date" name="vanaf" value={agenda.from} />
    </label>
    <label class="filter-field">
      <span class="filter-heading">{say(texts.area)}</span>
      <select class="input input-select" name="wijk">
        <option value="">{say(texts.anywhere)}</option>
        {agenda.areas.map(({ slug, name }) => (
          <option value={slug} selected={slug === question.wijk}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <fieldset class="filter-group">
      <legend class="filter-heading">{say(groupNames.kosten)}</legend>
      <Tick type="radio" name="kosten" value="" label={say(texts.anyCost)} checked={!question.kosten} />
      <Tick type="radio" name="kosten" value="gratis" label={say(filters.kosten.gratis)} checked={question.kosten === 'gratis'} />
      <Tick type="radio" name="kosten" value="minder-dan-5" label={say(filters.kosten['minder-dan-5'])} checked={question.kosten === 'minder-dan-5'} />
    </fieldset>
    <fieldset class="filter-group">
      <legend class="filter-heading">{say(texts.registration)}</legend>
      <Tick type="checkbox" name="handig" value="zonder-aanmelden" label={say(filters.handig['zonder-aanmelden'])} checked={question.handig.includes('zonder-aanmelden')} />
    </fieldset>
    <fieldset class="filter-group">
      <legend class="filter-heading">{say(texts.easier)}</legend>
      {(['rolstoel', 'beperking', 'ophalen', 'meelopen'] as const).map((one) => (
        <Tick type="checkbox" name="handig" value={one} label={say(one === 'beperking' ? texts.disability : filters.handig[one])} checked={question.handig.includes(one)} />
      ))}
    </fieldset>
    {agenda.groups.length > 0 ? (
      <fieldset class="filter-group">
        <legend class="filter-heading">{say(groupNames.voor)}</legend>
        {agenda.groups.map(({ slug, name }) => (
          <Tick type="checkbox" name="voor" value={slug} label={name} checked={question.voor.includes(slug)} />
        ))}
      </fieldset>
    ) : null}
    <Button>{say(texts.apply)}</Button>
  </form>
)
