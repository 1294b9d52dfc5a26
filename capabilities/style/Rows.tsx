import { weekday } from '../../platform/dates.ts'
import { euroText, percentText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { CallBox, NextStep, NowNote, Well } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Disclosure, Disclosures } from '../../ui/Disclosure.tsx'
import { DateLeaf, Points, Row, RowList, ShortItem, ShortList } from '../../ui/lists.tsx'
import { Code } from '../../ui/marks.tsx'
import { Answer, Answers, Facts } from '../../ui/page.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { Table } from '../../ui/Table.tsx'
import { Day, Spine, Timeline } from '../../ui/time.tsx'
import { here, Specimen } from './Specimen.tsx'
import { texts } from './texts.ts'

const today = new Date('2025-11-24T09:00:00Z')

const Steps = () => (
  <Specimen name={texts.steps} id="steps">
    <div class="specimen-columns">
      <Spine
        label={say(texts.stepsLabel)}
        steps={[
          { name: say(texts.discuss), note: say(texts.discussNote), progress: 'done' },
          { name: say(texts.deepen), note: say(texts.deepenNote), progress: 'done' },
          { name: say(texts.act), note: say(texts.actNote), progress: 'now' },
          { name: say(texts.close), note: say(texts.closeNote), progress: 'waits' },
        ]}
      />
      <Timeline
        label={say(texts.timelineLabel)}
        happenings={[
          { when: <Day at="2025-11-26" />, what: say(texts.visit), note: say(texts.visitNote), planned: true },
          { when: <Day at="2025-11-18" />, what: say(texts.contact), note: say(texts.contactNote) },
          { when: <Day at="2025-11-10" />, what: say(texts.signal) },
        ]}
      />
    </div>
  </Specimen>
)

const Boxes = () => (
  <Specimen name={texts.boxes} id="boxes">
    <NextStep over={say(texts.nextStep)} title={say(texts.visit)} act={<ButtonLink look="filled" href={`${here}#boxes`}>{say(texts.record)}</ButtonLink>}>
      {say(texts.nextStepWho)}
    </NextStep>
    <div class="specimen-columns">
      <Well title={say(texts.rowHeading)}>
        <p>
          <Day at="2025-12-03" now={today} long />
        </p>
        <Facts spread facts={[{ name: say(texts.onAgenda), value: say(texts.fiveItems) }, { name: say(texts.ofYou), value: '2' }]} />
      </Well>
      <CallBox title={say(texts.talk)} lead={say(texts.talkLead)} phone="033 000 12 34" />
    </div>
    <RowList>
      <Row when={<Day at="2025-11-26" />} state="waits" title={say(texts.visitTogether)} href={`${here}#boxes`} act={<a href={`${here}#boxes`}>{say(texts.prepare)}</a>}>
        <Code>R4-7020-K8</Code>
      </Row>
      <Row when={say(texts.now)} state="now" title={say(texts.answerInvitation)} href={`${here}#boxes`} selected act={<ButtonLink href={`${here}#boxes`}>{say(texts.giveAnswer)}</ButtonLink>} />
      <Row letter="A" title={say(texts.place)} level={3} href={`${here}#boxes`}>
        {say(texts.placeText)}
      </Row>
      <Row when={<DateLeaf weekday={weekday('2025-11-25', true)} date="25" iso="2025-11-25" />} title={say(texts.place)} level={3} href={`${here}#boxes`}>
        {say(texts.placeText)}
      </Row>
    </RowList>
    <Pagination page={2} pages={5} href={(page) => `${here}?bladzijde=${page}#boxes`} />
    <div class="specimen-columns">
      <ShortList>
        <ShortItem progress="done" title={say(texts.contact)}>
          {say(texts.contactNote)}
        </ShortItem>
        <ShortItem progress="now" title={say(texts.visit)}>
          {say(texts.nextStepWho)}
        </ShortItem>
        <ShortItem progress="waits" title={say(texts.giveAnswer)} />
      </ShortList>
      <div class="stack">
        <NowNote title={say(texts.thisMoment)}>
          <Day at="2025-11-25" now={today} long />
        </NowNote>
        <Points points={[say(texts.points), say(texts.pointsTwo)]} />
      </div>
    </div>
    <Answers>
      <Answer question={say(texts.askedLead)}>{say(texts.askedLeadAnswer)}</Answer>
      <Answer question={say(texts.askedCost)}>{say(texts.askedCostAnswer)}</Answer>
    </Answers>
    <Disclosures>
      <Disclosure question={say(texts.questionOne)} open>
        <p>{say(texts.answerOne)}</p>
      </Disclosure>
      <Disclosure question={say(texts.questionTwo)} first={say(texts.notAsked)}>
        <p>{say(texts.answerOne)}</p>
      </Disclosure>
    </Disclosures>
  </Specimen>
)

const Figures = () => (
  <Specimen name={texts.table} id="table">
    <Table
      caption={say(texts.households)}
      columns={[{ head: say(texts.subject) }, { head: say(texts.area), kind: 'figures', own: true }, { head: say(texts.city), kind: 'figures' }]}
      rows={[
        { name: say(texts.rented), cells: [percentText(0.61), percentText(0.44)] },
        { name: say(texts.income), cells: [euroText(26_100_00), euroText(33_500_00)] },
        { name: say(texts.oneParent), cells: [say(texts.unknown), say(texts.unknown)] },
      ]}
    />
  </Specimen>
)

/** Steps and time, boxes and rows, and the table. */
export const Rows = () => (
  <>
    <Steps />
    <Boxes />
    <Figures />
  </>
)
