import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { PageHead } from '../../ui/page.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { keepTexts } from './keepTexts.ts'
import { networkKinds, networkTexts as texts } from './networkTexts.ts'
import type { ShownNetworks } from './networks.tsx'
import { ActLinks } from './UpkeepPages.tsx'

const marks = { draft: 'waits', published: 'good', archived: 'info' } as const

/** All networks with the way to change each. */
export const NetworksPage = ({ it }: { it: ShownNetworks }) => (
  <>
    <PageHead
      title={say(texts.list)}
      crumbs={[{ label: say(keepTexts.upkeep), href: '/sociale-kaart/beheer' }, { label: say(texts.list) }]}
      lead={say(it.networks.length === 0 ? texts.listNone : texts.listLead)}
      act={
        <ButtonLink look="filled" href="/sociale-kaart/samenwerking-toevoegen">
          {say(texts.make)}
        </ButtonLink>
      }
    />
    <RowList>
      {it.networks.map((one) => (
        <Row title={one.name} {...(one.href && { href: one.href })} act={<ActLinks acts={one.acts} />}>
          <p>{[say(networkKinds[one.kind as keyof typeof networkKinds]), one.area ?? say(texts.everywhere), say(texts.members(one.members))].join(', ')}</p>
          <p>
            <StateMark state={marks[one.state]}>{`${say(texts[one.state])}: ${say(one.visibility === 'public' ? keepTexts.forEverybody : keepTexts.forProfessionals).toLowerCase()}`}</StateMark>
          </p>
        </Row>
      ))}
    </RowList>
  </>
)
