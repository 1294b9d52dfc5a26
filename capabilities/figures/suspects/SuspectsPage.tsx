import { shortMoment } from '../../../platform/dates.ts'
import { say } from '../../../platform/texts.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Dutch } from '../../../ui/Dutch.tsx'
import { Row, RowList } from '../../../ui/lists.tsx'
import { Empty } from '../../../ui/moments.tsx'
import { BackLink, PageHead, Section } from '../../../ui/page.tsx'
import { yearText } from '../../neighbourhoods/index.ts'
import { texts as importTexts } from '../texts.ts'
import type { ShownSuspect } from './shown.ts'
import { texts } from './texts.ts'

const Judged = ({ it }: { it: ShownSuspect }) =>
  it.judgement ? (
    <p>
      {say(texts.judgedBy(say(texts.judgements[it.judgement]), it.judgedBy ?? '', it.judgedAt ? shortMoment(new Date(it.judgedAt)) : ''))}: <Dutch>{it.reason}</Dutch>
    </p>
  ) : null

const Suspects = ({ suspects, title, id }: { suspects: readonly ShownSuspect[]; title: string; id: string }) =>
  suspects.length === 0 ? null : (
    <Section title={title} id={id}>
      <RowList label={title}>
        {suspects.map((it) => (
          <Row when={say(texts.rules[it.rule])} state={it.judgement === 'right' ? 'good' : it.judgement === 'asked' ? 'waits' : 'now'} title={`${it.area}: ${it.name}`} href={`/wijken/beheer/twijfel/${it.flagId}`}>
            <p>{it.explanation}</p>
            <Judged it={it} />
            <p class="small soft">{say(texts.line(it.figure, yearText(it.year), it.source))}</p>
          </Row>
        ))}
      </RowList>
    </Section>
  )

/** Figures that can hardly be right, what nobody looked at first. */
export const SuspectsPage = ({ suspects }: { suspects: readonly ShownSuspect[] }) => (
  <>
    <BackLink href="/wijken/beheer">{say(importTexts.title)}</BackLink>
    <PageHead
      title={say(texts.title)}
      lead={say(texts.lead)}
      act={
        <ButtonLink look="outlined" href="/wijken/beheer/nakijken">
          {say(texts.check)}
        </ButtonLink>
      }
    />
    {suspects.length === 0 ? (
      <Empty title={say(texts.none)}>
        <p>{say(texts.noneText)}</p>
      </Empty>
    ) : null}
    <Suspects suspects={suspects.filter((it) => it.judgement === null)} title={say(texts.waiting)} id="open" />
    <Suspects suspects={suspects.filter((it) => it.judgement !== null)} title={say(texts.judged)} id="nagekeken" />
  </>
)
