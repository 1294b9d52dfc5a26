import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { LocatorMap } from './LocatorMap.tsx'
import type { ShownAreas } from './shown.ts'
import { texts } from './texts.ts'

const links = (path: string, to: readonly { slug: string; name: string }[]) =>
  to.map(({ slug, name }, index) => (
    <>
      {index > 0 ? ', ' : null}
      <a href={`${path}/${slug}`}>{name}</a>
    </>
  ))

/** All neighbourhoods, each with something that is strong there. */
export const AreasPage = ({ city, areas, composed, map, keeps }: ShownAreas & { keeps: boolean }) => (
  <>
    <PageHead
      title={say(texts.title)}
      lead={say(texts.lead(city))}
      act={
        keeps ? (
          <ButtonLink look="outlined" href="/wijken/beheer">
            {say(texts.keepFigures)}
          </ButtonLink>
        ) : null
      }
    />
    <p>
      <a href="/wijken/cijfers">{say(texts.seeFigures)}</a>
    </p>
    {areas.length === 0 ? (
      <Empty title={say(texts.none)}>
        <p>{say(texts.noneText)}</p>
      </Empty>
    ) : (
      <div class="areas-with-map">
      {map ? <LocatorMap map={map} label={say(texts.onMap(city))} /> : null}
      <RowList label={say(texts.title)}>
        {areas.map((it) => (
          <Row title={it.name} href={`/wijk/${it.slug}`} level={2}>
            {it.strength ? <p>{it.strength}</p> : null}
            {it.parts.length > 0 ? (
              <p>
                {say(texts.consistsOf)} {links('/wijk', it.parts)}
              </p>
            ) : null}
            {it.team ? <p>{links('/team', [it.team])}</p> : null}
          </Row>
        ))}
      </RowList>
      </div>
    )}
    {composed.length > 0 ? (
      <Section title={say(texts.composed)} id="eigen-gebieden">
        <p class="soft">{say(texts.composedLead)}</p>
        <RowList label={say(texts.composed)}>
          {composed.map((it) => (
            <Row title={it.name} href={`/wijk/${it.slug}`} level={3}>
              {it.about ? (
                <p>
                  <Dutch>{it.about}</Dutch>
                </p>
              ) : null}
              <p>
                {say(texts.consistsOf)} {links('/wijk', it.parts)}
              </p>
            </Row>
          ))}
        </RowList>
      </Section>
    ) : null}
  </>
)
