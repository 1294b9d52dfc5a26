import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { AroundDutch, Dutch } from '../../ui/Dutch.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { actTexts } from './actTexts.ts'
import type { ShownDay, ShownGroup, ShownProvider, ShownSupported } from './shown.ts'
import { texts } from './texts.ts'
import { countText, reasonsOf, sumText } from './words.ts'

const Corrected = ({ it }: { it: NonNullable<ShownProvider['corrected']> }) => <AroundDutch said={say((it.kind === 'withdrawn' ? texts.withdrawnWhy : texts.correctedWhy)(fullDay(it.on), it.reason))} words={it.reason} />

const Source = ({ it }: { it: Pick<ShownProvider, 'source' | 'corrected'> }) => (
  <>
    <Dutch>{it.source}</Dutch>
    {it.corrected ? (
      <p class="small soft">
        <Corrected it={it.corrected} />
      </p>
    ) : null}
  </>
)

/** What was counted of a group on one day: the sentence, why it is no total, and each count with its source. */
const Day = ({ it, group }: { it: ShownDay; group: string }) => {
  const sum = sumText(it)
  return (
    <div class="stack">
      {sum ? (
        <p>
          <strong>{sum}</strong>
        </p>
      ) : null}
      {reasonsOf(it).map((reason) => (
        <p>
          <AroundDutch said={reason} words={it.together?.source ?? ''} />
        </p>
      ))}
      <Table
        caption={
          <>
            {say(texts.caption(fullDay(it.on)))}
            <span class="unseen">: {group}</span>
          </>
        }
        columns={[{ head: say(texts.provider) }, { head: say(texts.residents), kind: 'words' }, { head: say(texts.source), kind: 'words' }]}
        rows={it.providers.map((one) => ({ name: one.name, cells: [countText(one), <Source it={one} />] }))}
      />
      {it.together?.corrected ? (
        <p class="small soft">
          {say(texts.joint)}: <Corrected it={it.together.corrected} />
        </p>
      ) : null}
      {it.togetherHref ? (
        <Acts>
          <ButtonLink look="plain" href={it.togetherHref}>
            {say(actTexts.together)}
            <span class="unseen">
              : {group}, {fullDay(it.on)}
            </span>
          </ButtonLink>
        </Acts>
      ) : null}
    </div>
  )
}

const Group = ({ it }: { it: ShownGroup }) => {
  const [latest, ...before] = it.days
  return (
    <Section title={it.name} id={it.slug}>
      {latest ? <Day it={latest} group={it.name} /> : null}
      {before.length > 0 ? (
        <Disclosure question={
            <>
              {say(texts.otherDays(before.length))}
              <span class="unseen">: {it.name}</span>
            </>
          }>
          <div class="stack">
            <p>{say(texts.otherDaysNote)}</p>
            {before.map((one) => (
              <Day it={one} group={it.name} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </Section>
  )
}

/** Residents with support in an area, for who works there. */
export const SupportedPage = ({ shown }: { shown: ShownSupported }) => (
  <>
    <PageHead title={say(texts.plainTitle)} crumbs={[{ label: shown.name, href: `/wijk/${shown.slug}` }, { label: say(texts.plainTitle) }]} lead={say(texts.lead)} />
    {shown.beside.length > 0 ? (
      <p>
        {say(texts.beside)}{' '}
        {shown.beside.map(({ slug, name }, place) => (
          <>
            {place > 0 ? ', ' : null}
            <a href={`/wijk/${slug}/begeleiding`}>{name}</a>
          </>
        ))}
      </p>
    ) : null}
    {shown.enterHref && shown.keptHref ? (
      <Acts>
        <ButtonLink look="outlined" href={shown.enterHref}>
          {say(actTexts.enter)}
        </ButtonLink>
        <ButtonLink look="plain" href={shown.keptHref}>
          {say(texts.keep)}
        </ButtonLink>
      </Acts>
    ) : null}
    {shown.groups.length === 0 ? (
      <Empty title={say(texts.none)}>
        <p>{say(texts.noneText)}</p>
      </Empty>
    ) : (
      shown.groups.map((it) => <Group it={it} />)
    )}
    <Section title={say(texts.how)} id="hoe">
      <ul class="bullets">
        {[texts.howNotAdded, texts.howTotal, texts.howFives, texts.howClosed].map((text) => (
          <li>{say(text)}</li>
        ))}
      </ul>
    </Section>
  </>
)
