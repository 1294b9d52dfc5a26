import { shortDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { allSections } from './format.ts'
import { mapHref } from './mapAct.ts'
import type { ShownMaps } from './shown.ts'
import { texts } from './texts.ts'

/** All areas with their maps, newest edition first. */
export const MapsPage = ({ shown, now }: { shown: ShownMaps; now: Date }) => (
  <>
    <PageHead title={say(texts.maps)} lead={say(texts.mapsLead)} />
    <p>
      <a href="/wijken/sociaal/vragenlijsten">{say(texts.questionnaires)}</a>
    </p>
    {shown.areas.map((it) => (
      <Section
        title={it.area}
        id={it.slug}
        act={
          it.openHref ? (
            <ButtonLink look="plain" href={it.openHref}>
              {say(texts.openEdition)}
              <span class="unseen"> {it.area}</span>
            </ButtonLink>
          ) : null
        }
      >
        {it.maps.length === 0 ? (
          <Empty title={say(texts.noMap)} level={3} />
        ) : (
          <RowList label={it.area}>
            {it.maps.map((map) => (
              <Row when={String(map.edition)} state={map.ready > 0 ? 'now' : map.published === allSections.length ? 'good' : 'waits'} title={say(texts.mapOf(it.area, map.edition))} href={mapHref(map.id)} level={3}>
                <p>
                  {say(texts.progress(map.written, map.published, allSections.length))}
                  {map.lastAt ? `, ${say(texts.lastAt(shortDay(new Date(map.lastAt), now)))}` : ''}
                </p>
                {map.ready > 0 ? <p class="strong">{say(texts.readyCount(map.ready))}</p> : null}
              </Row>
            ))}
          </RowList>
        )}
      </Section>
    ))}
  </>
)
