import { fullDay, shortDay, shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { NextStep } from '../../ui/boxes.tsx'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { type State, StateMark, Tag } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section, WithSide } from '../../ui/page.tsx'
import { supportedTexts, SupportedShort } from '../supported/index.ts'
import { Beside } from './Beside.tsx'
import { formalNames, sectionAt } from './format.ts'
import { Plan, Scenarios } from './FutureParts.tsx'
import { mapHref, sectionHref } from './mapAct.ts'
import { FiguresBeside } from './Parts.tsx'
import { PhotoList } from './PhotoList.tsx'
import { photoTexts } from './photoTexts.ts'
import { SketchPart } from './SketchPart.tsx'
import { sketchTexts } from './sketchTexts.ts'
import { Prose, Source } from './SectionParts.tsx'
import type { OwnContribution, OwnPhoto, ShownSection } from './shown.ts'
import { texts } from './texts.ts'
import { permissions, statuses } from './words.ts'

const marks: Record<ShownSection['status'], State> = { empty: 'waits', draft: 'watch', ready: 'now', published: 'good' }
const adding = ['tell-story', 'add-photo', 'add-knowledge', 'record-opinion', 'mark-place', 'describe-risk-group', 'note-make-up', 'record-finding']
const acting = (shown: ShownSection, name: string) => shown.acts.find((it) => it.name === `neighbourhood-map.${name}`)

const Below = ({ it, now }: { it: OwnContribution; now: Date }) => (
  <p class="small soft map-below">
    {it.permission ? `${say(texts.permission(say(permissions[it.permission.how]).toLowerCase(), fullDay(it.permission.on)))}${it.permission.until ? `, ${say(photoTexts.until(fullDay(it.permission.until)))}` : ''}. ` : null}
    {say(texts.addedBy(it.by))}, {shortDay(new Date(it.at), now)}. {it.isPublic ? null : <Tag>{say(texts.beforePublic)}</Tag>}{' '}
    {it.pointHref ? (
      <>
        <a href={it.pointHref}>
          {say(sketchTexts.pointOut)}
          <span class="unseen">
            : <Dutch>{it.about}</Dutch>
          </span>
        </a>{' '}
      </>
    ) : null}
    {it.withdrawHref ? (
      <a href={it.withdrawHref}>
        {say(texts.takeAway)}
        <span class="unseen">
          : <Dutch>{it.body.slice(0, 60)}</Dutch>
        </span>
      </a>
    ) : null}
  </p>
)

const BelowPhoto = ({ it: { permission, by, isPublic, over, withdrawHref, alt } }: { it: OwnPhoto }) => (
  <p class="small soft map-below">
    {say(photoTexts.permission(permission.by, say(permissions[permission.how]).toLowerCase(), fullDay(permission.on)))}
    {permission.until && !over ? `, ${say(photoTexts.until(fullDay(permission.until)))}` : null}. {say(texts.addedBy(by))}. {over && permission.until ? <Tag full>{say(photoTexts.over(fullDay(permission.until)))}</Tag> : isPublic ? null : <Tag>{say(texts.beforePublic)}</Tag>}{' '}
    {withdrawHref ? (
      <a href={withdrawHref}>
        {say(texts.takeAway)}
        <span class="unseen">
          : <Dutch>{alt.slice(0, 60)}</Dutch>
        </span>
      </a>
    ) : null}
  </p>
)

const ActLink = ({ shown, name, look }: { shown: ShownSection; name: string; look: 'plain' | 'outlined' | 'filled' }) => {
  const found = acting(shown, name)
  return found ? (
    <ButtonLink look={look} href={found.href}>
      {say(found.title)}
    </ButtonLink>
  ) : null
}

const Next = ({ shown }: { shown: ShownSection }) => {
  if (acting(shown, 'publish-section') && shown.status === 'ready') {
    return (
      <NextStep over={say(texts.nextStep)} title={say(statuses.ready)} act={<ActLink shown={shown} name="publish-section" look="filled" />}>
        <p>{say(texts.nextPublishLead)}</p>
      </NextStep>
    )
  }
  return shown.status === 'empty' && acting(shown, 'write-section') ? <NextStep over={say(texts.nextStep)} title={say(texts.noText)} act={<ActLink shown={shown} name="write-section" look="filled" />} /> : null
}

const Side = ({ shown, now }: { shown: ShownSection; now: Date }) => (
  <>
    <Section title={say(texts.howFar)} id="stand">
      <ShortList>
        <ShortItem title={<StateMark state={marks[shown.status]}>{say(statuses[shown.status])}</StateMark>}>
          {shown.text ? say(texts.writtenBy(shown.text.by, shortMoment(new Date(shown.text.at), now))) : null}
        </ShortItem>
        {shown.published ? (
          <ShortItem title={shown.publicVersion === shown.version ? say(texts.isPublic) : say(texts.publicOlder)}>{say(texts.publishedOn(shown.published.by, shortDay(new Date(shown.published.at), now)))}</ShortItem>
        ) : null}
        {shown.versions > 0 ? (
          <ShortItem
            title={
              <a href={`${sectionHref(shown.mapId, shown.key)}/versies`}>
                {say(texts.versions)} ({shown.versions})
              </a>
            }
          />
        ) : null}
      </ShortList>
      <Acts>
        {shown.status === 'empty' ? null : <ActLink shown={shown} name="write-section" look="outlined" />}
        {shown.status === 'ready' ? null : <ActLink shown={shown} name="publish-section" look="outlined" />}
        <ActLink shown={shown} name="restore-section" look="plain" />
        <ActLink shown={shown} name="unpublish-section" look="plain" />
      </Acts>
    </Section>
    <Section title={say(texts.addHere)} id="toevoegen">
      <p class="small soft">{say(texts.addLead)}</p>
      <ul class="map-ways">
        {adding.map((name) => {
          const found = acting(shown, name)
          return found ? (
            <li>
              <a href={found.href}>{say(found.title)}</a>
            </li>
          ) : null
        })}
      </ul>
    </Section>
  </>
)

const Future = ({ shown }: { shown: ShownSection }) => {
  if (!shown.future) return null
  const scenarios = shown.key === '6-5'
  return (
    <Section title={say(scenarios ? texts.scenarios : texts.plan)} id="toekomst" strong>
      {scenarios ? <Scenarios level={3} future={shown.future} href={(key) => sectionHref(shown.mapId, key)} /> : <Plan goals={shown.future.goals} />}
      <Acts>
        <ActLink shown={shown} name="describe-scenario" look="outlined" />
        <ActLink shown={shown} name="choose-scenario" look="outlined" />
        <ActLink shown={shown} name="set-goal" look="outlined" />
      </Acts>
    </Section>
  )
}

/** One section: its text, the figures, what people added with its source, and what can be done. */
export const SectionPage = ({ shown, now }: { shown: ShownSection; now: Date }) => {
  const place = sectionAt(shown.key)
  return (
    <>
      <PageHead
        title={place ? say(place.name) : ''}
        crumbs={[{ label: say(texts.maps), href: '/wijkkaart' }, { label: say(texts.mapOf(shown.area, shown.edition)), href: mapHref(shown.mapId) }, { label: place?.number ?? '', code: true }]}
        lead={place ? say(place.hint) : undefined}
        marks={formalNames[shown.key] ? <span class="small soft">{say(texts.formalName(formalNames[shown.key] ?? ''))}</span> : undefined}
      />
      <Next shown={shown} />
      <div class="map-body">
        <WithSide side={<Side shown={shown} now={now} />}>
          <Section title={say(texts.text)} id="tekst">
            {shown.text ? (
              <>
                <Prose text={shown.text.body} />
                <Source of={shown.text.source} />
              </>
            ) : (
              <p class="soft">{say(texts.noText)}</p>
            )}
          </Section>
          {shown.figures.length > 0 ? (
            <Section title={say(texts.figures)} id="cijfers">
              <FiguresBeside figures={shown.figures} area={shown.area} city={say(texts.city)} slug={shown.slug} />
            </Section>
          ) : null}
          {shown.supported.length > 0 ? (
            <Section title={say(supportedTexts.plainTitle)} id="begeleiding">
              <SupportedShort of={shown.supported} slug={shown.slug} />
            </Section>
          ) : null}
          {shown.photos.length > 0 ? (
            <Section title={say(photoTexts.photos)} id="fotos">
              <PhotoList photos={shown.photos} below={(it) => <BelowPhoto it={it} />} />
            </Section>
          ) : null}
          <Future shown={shown} />
          <Section title={say(texts.beside)} id="ernaast" strong>
            {shown.contributions.length === 0 ? <Empty title={say(texts.nothingBeside)} level={3} /> : null}
            <SketchPart all={shown.contributions} ground={shown.ground} area={shown.area} />
            {shown.contributions.length === 0 ? null : <Beside level={3} all={shown.contributions} below={(it) => <Below it={it} now={now} />} />}
          </Section>
        </WithSide>
      </div>
    </>
  )
}
