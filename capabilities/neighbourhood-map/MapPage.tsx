import { fullDay, shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { NextStep } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import type { State } from '../../ui/marks.tsx'
import { PageHead, Section, WithSide } from '../../ui/page.tsx'
import { expectTexts } from './expectTexts.ts'
import { allSections, chapters, formalNames, sectionAt } from './format.ts'
import { sectionHref } from './mapAct.ts'
import { CooperationPicture, SignalsTable } from './Parts.tsx'
import type { ShownLine, ShownMap } from './shown.ts'
import { texts } from './texts.ts'
import { statuses } from './words.ts'

const marks: Record<ShownLine['status'], State> = { empty: 'waits', draft: 'watch', ready: 'now', published: 'good' }
const named = (key: string): string => {
  const place = sectionAt(key)
  return place ? `${place.number} ${say(place.name)}` : key
}

const Line = ({ it, mapId, now }: { it: ShownLine; mapId: string; now: Date }) => (
  <Row
    when={say(statuses[it.status])}
    state={marks[it.status]}
    title={named(it.key)}
    href={sectionHref(mapId, it.key)}
    level={3}
    act={
      it.status === 'empty' && it.mayWrite ? (
        <ButtonLink look="plain" href={`${sectionHref(mapId, it.key)}/schrijven`}>
          {say(texts.write)}
          <span class="unseen"> {named(it.key)}</span>
        </ButtonLink>
      ) : null
    }
  >
    {it.by && it.at ? <p>{say(texts.sectionBy(it.by, shortDay(new Date(it.at), now)))}</p> : null}
    {it.publicVersion !== null && it.publicVersion !== it.version ? <p>{say(texts.publicOlder)}</p> : null}
    {it.additions > 0 ? <p>{it.notPublic > 0 ? say(texts.notYetPublic(it.notPublic)) : say(texts.additions(it.additions))}</p> : null}
  </Row>
)

const Next = ({ shown }: { shown: ShownMap }) => {
  const ready = shown.mayPublish ? shown.sections.find((it) => it.status === 'ready') : undefined
  const empty = shown.sections.find((it) => it.status === 'empty' && it.mayWrite)
  if (shown.enquiry?.answerHref) {
    return (
      <NextStep
        over={say(texts.nextStep)}
        title={say(texts.cooperation)}
        act={
          <ButtonLink look="filled" href={shown.enquiry.answerHref}>
            {say(texts.answerNow)}
          </ButtonLink>
        }
      >
        <p>{say(texts.cooperationRuns(fullDay(shown.enquiry.closesOn)))}</p>
      </NextStep>
    )
  }
  const next = ready ?? empty
  if (!next) return null
  return (
    <NextStep
      over={say(texts.nextStep)}
      title={say(ready ? texts.nextPublish(named(next.key)) : texts.nextWrite(named(next.key)))}
      act={
        <ButtonLink look="filled" href={ready ? sectionHref(shown.id, next.key) : `${sectionHref(shown.id, next.key)}/schrijven`}>
          {say(ready ? texts.readThrough : texts.write)}
        </ButtonLink>
      }
    >
      <p>{say(ready ? texts.nextPublishLead : (sectionAt(next.key)?.hint ?? texts.noText))}</p>
    </NextStep>
  )
}

const Side = ({ shown }: { shown: ShownMap }) => (
  <>
    <Section title={say(texts.cooperation)} id="samenwerking">
      {shown.cooperation ? <CooperationPicture cooperation={shown.cooperation} /> : shown.enquiry ? null : <p class="soft">{say(texts.cooperationNone)}</p>}
      {shown.enquiry ? <p class="soft">{say(texts.cooperationRuns(fullDay(shown.enquiry.closesOn)))}</p> : null}
      {shown.askHref ? (
        <div class="acts">
          <ButtonLink look="outlined" href={shown.askHref}>
            {say(texts.ask)}
            <span class="unseen">: {say(texts.cooperation)}</span>
          </ButtonLink>
        </div>
      ) : null}
    </Section>
    <Section title={say(texts.future)} id="toekomst">
      <div class="acts">
        <ButtonLink look="outlined" href={shown.futureHref}>
          {say(texts.futureSee)}
          <span class="unseen">: {say(texts.future)}</span>
        </ButtonLink>
      </div>
    </Section>
    {shown.expectHref ? (
      <Section title={say(expectTexts.title)} id="verwachtingen">
        <div class="acts">
          <ButtonLink look="outlined" href={shown.expectHref}>
            {say(expectTexts.see)}
          </ButtonLink>
        </div>
      </Section>
    ) : null}
    <Section title={say(texts.signals)} id="signalen">
      <SignalsTable signals={shown.signals} area={shown.area} />
    </Section>
  </>
)

/** A map as those who write it see it: what waits on top, then all sections with how far each is. */
export const MapPage = ({ shown, now }: { shown: ShownMap; now: Date }) => {
  const written = shown.sections.filter((it) => it.status !== 'empty').length
  const published = shown.sections.filter((it) => it.publicVersion !== null).length
  return (
    <>
      <PageHead
        title={say(texts.mapTitle(shown.area))}
        crumbs={[{ label: say(texts.maps), href: '/wijkkaart' }, { label: say(texts.edition(shown.edition)) }]}
        lead={say(texts.progress(written, published, allSections.length))}
        act={
          <ButtonLink look="plain" href={`/wijk/${shown.slug}/kaart`}>
            {say(texts.publicPage)}
          </ButtonLink>
        }
      />
      <Next shown={shown} />
      <div class="map-body">
        <WithSide side={<Side shown={shown} />}>
          <p class="small soft">{say(texts.fixedFormat)}</p>
          {chapters.map((chapter) => (
            <Section title={`${chapter.number}. ${say(chapter.name)}`} id={`hoofdstuk-${chapter.number}`} note={formalNames[chapter.number] ? say(texts.formalName(formalNames[chapter.number] ?? '')) : undefined}>
              <RowList label={say(chapter.name)}>
                {chapter.sections.map(({ key }) => {
                  const it = shown.sections.find((one) => one.key === key)
                  return it ? <Line it={it} mapId={shown.id} now={now} /> : null
                })}
              </RowList>
            </Section>
          ))}
        </WithSide>
      </div>
    </>
  )
}
