import type { FieldError } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { type AnyForm, ErrorSummary, FormField, type Lists, type Typed } from '../../ui/form.tsx'
import { AreaInput } from '../../ui/form.tsx'
import { DraftMark } from '../../ui/moments.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { SwitchAct } from '../../ui/SwitchAct.tsx'
import { here, Specimen } from './Specimen.tsx'
import { texts } from './texts.ts'

const form: AnyForm = {
  day: { as: 'day', label: texts.callBack },
  phone: { as: 'tel', label: texts.phone, longest: 20 },
  joins: { as: 'choice', label: texts.mayJoin, options: { yes: texts.yes, no: texts.no, unknown: texts.notAsked } },
  themes: { as: 'ticks', label: texts.themes, optional: true, options: { money: texts.money, company: { label: texts.company, hint: texts.companyHint } } },
  distance: { as: 'number', label: texts.distance, unit: texts.kilometre },
  partner: { as: 'pick', label: texts.partner },
  consent: { as: 'tick', label: texts.consentOn },
  sees: { as: 'switch', label: texts.maySee, hint: texts.maySeeState },
}
const typed: Typed = { day: ['2025-11-28'], phone: ['06 1234'], joins: ['yes'], themes: ['money'], distance: ['1,5'], consent: ['ja'], sees: ['ja'] }
const lists: Lists = { partner: [{ value: 'els', label: 'Els Verhoeven' }, { value: 'ria', label: 'Ria Bos' }] }
const errors: FieldError[] = [{ in: 'body', at: 'phone', code: 'too_small', detail: texts.phoneMistake }]

const FieldSpecimens = () => (
  <Specimen name={texts.fields} id="fields">
    <form class="specimen-columns" method="get" action={here}>
      <div class="stack-wide">
        <AreaInput id="field-seen" name="seen" label={say(texts.seen)} hint={say(texts.seenHint)} value={say(texts.seenValue)} rows={3} after={<DraftMark time="14.32" />} />
        <FormField name="day" form={form} typed={typed} />
        <FormField name="partner" form={form} typed={typed} lists={lists} />
        <FormField name="distance" form={form} typed={typed} />
      </div>
      <div class="stack-wide">
        <FormField name="phone" form={form} typed={typed} errors={errors} />
        <FormField name="joins" form={form} typed={typed} />
        <FormField name="themes" form={form} typed={typed} />
        <FormField name="consent" form={form} typed={typed} />
        <FormField name="sees" form={form} typed={typed} />
      </div>
    </form>
    <SearchBox action={here} label={say(texts.searchLabel)} value={say(texts.searchValue)} seenLabel id="specimen-search" />
    <div>
      <SwitchAct id="switch-on" on action={here} hiddenKey="" title={say(texts.maySee)}>
        {say(texts.maySeeState)}
      </SwitchAct>
      <SwitchAct id="switch-off" on={false} action={here} hiddenKey="" title={say(texts.doctorSees)}>
        {say(texts.doctorSeesState)}
      </SwitchAct>
    </div>
    <ErrorSummary errors={[...errors, { in: 'body', at: 'day', code: 'required', detail: texts.dayMistake }]} form={form} focus={false} />
  </Specimen>
)

/** Fields in their states, the switch that acts at once, the search box and the summary of mistakes. */
export const Forms = () => <FieldSpecimens />
