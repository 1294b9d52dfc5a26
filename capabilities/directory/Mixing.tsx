import type { Child } from 'hono/jsx'
import type { OpenAct } from '../../platform/act.ts'
import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, Button, ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import type { ShownMixing } from './mixing.ts'
import { mixingTexts as texts } from './mixingTexts.ts'
import { FewActs } from './Thresholds.tsx'
import { texts as general } from './texts.ts'

/** One experience: how groups were mixed, what worked and what did not. */
const Note = ({ it, title, href, where, level }: { it: ShownMixing; title: Child; href?: string; where?: string; level: 2 | 3 }) => (
  <Row title={title} href={href} level={level}>
    {where ? <p>{where}</p> : null}
    <p>{it.how}</p>
    {it.worked ? (
      <p>
        <b>{say(texts.worked)}</b> {it.worked}
      </p>
    ) : null}
    {it.failed ? (
      <p>
        <b>{say(texts.failed)}</b> {it.failed}
      </p>
    ) : null}
    <p class="small soft">{say(texts.by(it.notedBy, fullDay(it.notedOn)))}</p>
    <FewActs acts={it.acts} />
  </Row>
)

/** What was learnt at one activity about mixing groups. */
export const Mixing = ({ notes, note }: { notes: readonly ShownMixing[]; note: OpenAct | null }) => (
  <Section title={say(texts.section)} id="wat-werkt">
    {notes.length === 0 ? <p class="soft">{say(texts.none)}</p> : null}
    <RowList>
      {notes.map((it) => (
        <Note it={it} title={it.who} level={3} />
      ))}
    </RowList>
    <Acts>
      {note ? <ButtonLink href={note.href}>{say(note.title)}</ButtonLink> : null}
      <ButtonLink look="plain" href="/sociale-kaart/wat-werkt">
        {say(texts.seeAll)}
      </ButtonLink>
    </Acts>
  </Section>
)

type Word = { slug: string; nl: string; en: string }
const Select = ({ name, label, all, words, chosen }: { name: string; label: string; all: string; words: readonly Word[]; chosen?: string }) => (
  <label class="filter-field">
    <span>{label}</span>
    <select class="input input-select" name={name}>
      <option value="">{all}</option>
      {words.map((it) => (
        <option value={it.slug} selected={it.slug === chosen}>
          {say(it)}
        </option>
      ))}
    </select>
  </label>
)

/** What works, for whoever organises something: by life domain and target group. */
export const MixingPage = ({ it, chosen }: { it: { notes: readonly (ShownMixing & { activity: string; href: string })[]; domains: readonly Word[]; groups: readonly Word[] }; chosen: { over?: string; voor?: string } }) => (
  <>
    <PageHead title={say(texts.list)} crumbs={[{ label: say(general.kaart), href: '/sociale-kaart' }, { label: say(texts.listShort) }]} lead={say(texts.listLead)} />
    <form class="need-filters" method="get" action="/sociale-kaart/wat-werkt">
      <Select name="over" label={say(texts.domain)} all={say(texts.any)} words={it.domains} chosen={chosen.over} />
      <Select name="voor" label={say(texts.group)} all={say(texts.everybody)} words={it.groups} chosen={chosen.voor} />
      <Button>{say(texts.apply)}</Button>
    </form>
    <p class="soft">{say(it.notes.length === 0 ? texts.listNone : texts.count(it.notes.length))}</p>
    <RowList>
      {it.notes.map((one) => (
        <Note it={one} title={one.activity} href={`${one.href}#wat-werkt`} where={one.who} level={2} />
      ))}
    </RowList>
  </>
)
