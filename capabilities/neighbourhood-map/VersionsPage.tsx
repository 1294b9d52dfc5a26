import { shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Button, ButtonLink } from '../../ui/buttons.tsx'
import { AroundDutch } from '../../ui/Dutch.tsx'
import { SelectInput } from '../../ui/form.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Tag } from '../../ui/marks.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { difference } from './diff.ts'
import { sectionAt } from './format.ts'
import { mapHref, sectionHref } from './mapAct.ts'
import { Difference, Prose } from './SectionParts.tsx'
import type { ShownVersions } from './shown.ts'
import { texts } from './texts.ts'
import { mades } from './words.ts'

type Version = ShownVersions['versions'][number]

const Chooser = ({ shown }: { shown: ShownVersions }) => {
  const answers = shown.versions.map((it) => ({ value: String(it.version), label: say(texts.version(it.version)) }))
  return (
    <form class="map-chooser" method="get" action={`${sectionHref(shown.mapId, shown.key)}/versies`}>
      <SelectInput id="van" name="van" label={say(texts.compareFrom)} value={String(shown.from ?? '')} answers={answers} />
      <SelectInput id="naar" name="naar" label={say(texts.compareTo)} value={String(shown.to ?? '')} answers={answers} />
      <Button look="outlined">{say(texts.compare)}</Button>
    </form>
  )
}

const Compared = ({ from, to }: { from: Version; to: Version }) => (
  <Section title={say(texts.compared(from.version, to.version))} id="vergelijking">
    {from.body === to.body && from.source === to.source ? <p class="soft">{say(texts.comparedSame)}</p> : <Difference pieces={difference(from.body, to.body)} />}
    {from.source === to.source ? null : <p class="small soft">{say(texts.sourceChanged(from.source, to.source))}</p>}
  </Section>
)

/** Every text of a section, newest first, and what changed between two of them. */
export const VersionsPage = ({ shown, now }: { shown: ShownVersions; now: Date }) => {
  const place = sectionAt(shown.key)
  const at = (version: number | null) => shown.versions.find((it) => it.version === version)
  const [from, to] = [at(shown.from), at(shown.to)]
  return (
    <>
      <PageHead
        title={say(texts.versionsOf(place ? say(place.name) : ''))}
        crumbs={[{ label: say(texts.mapOf(shown.area, shown.edition)), href: mapHref(shown.mapId) }, { label: place ? `${place.number} ${say(place.name)}` : '', href: sectionHref(shown.mapId, shown.key) }, { label: say(texts.versions) }]}
        lead={say(texts.versionsLead)}
      />
      {shown.versions.length > 1 ? <Chooser shown={shown} /> : null}
      {from && to ? <Compared from={from} to={to} /> : to ? <Prose text={to.body} /> : <p class="soft">{say(texts.noText)}</p>}
      <Section title={say(texts.versions)} id="versies" strong>
        <RowList label={say(texts.versions)}>
          {shown.versions.map((it) => (
            <Row
              when={say(texts.version(it.version))}
              title={say(texts.writtenBy(it.by, shortMoment(new Date(it.at), now)))}
              act={
                it.version !== shown.version && shown.mayRestore ? (
                  <ButtonLink look="plain" href={`${sectionHref(shown.mapId, shown.key)}/terugzetten?versie=${it.version}`}>
                    {say(texts.restore)}
                    <span class="unseen">: {say(texts.version(it.version))}</span>
                  </ButtonLink>
                ) : null
              }
            >
              <p>
                {it.made === 'restored' && it.restoredFrom ? say(mades.restored(it.restoredFrom)) : it.made === 'copied' ? say(mades.copied) : say(mades.written)}. <AroundDutch said={say(texts.source(it.source))} words={it.source} />
              </p>
              <p class="people">
                {it.version === shown.version ? <Tag>{say(texts.isNow)}</Tag> : null}
                {it.version === shown.publicVersion ? <Tag full>{say(texts.isPublic)}</Tag> : null}
              </p>
            </Row>
          ))}
        </RowList>
      </Section>
    </>
  )
}
