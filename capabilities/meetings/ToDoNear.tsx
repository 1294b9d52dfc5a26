import { shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Section } from '../../ui/page.tsx'
import type { ShownMeeting } from './shown.ts'
import { texts } from './texts.ts'

/** The activities of the coming two weeks in the area of the team: part of its report, to point clients to. */
export const ToDoNear = ({ activities, now }: { activities: NonNullable<ShownMeeting['activities']>; now: Date }) => (
  <Section title={say(texts.toDoNear)} id="te-doen">
    <p class="soft">{say(activities.length === 0 ? texts.toDoNone : texts.toDoLead)}</p>
    <RowList>
      {activities.map((it) => (
        <Row when={shortDay(it.day, now)} title={it.name} href={`/sociale-kaart/voorziening/${it.slug}`}>
          {[it.times, it.place, it.cost].filter(Boolean).join(', ')}
        </Row>
      ))}
    </RowList>
    {activities.length > 0 ? (
      <p>
        <ButtonLink look="plain" href={`/meegeven/kiezen?${activities.map(({ slug }) => `s=${slug}`).join('&')}`}>
          {say(texts.toDoHandOver)}
        </ButtonLink>
      </p>
    ) : null}
  </Section>
)
