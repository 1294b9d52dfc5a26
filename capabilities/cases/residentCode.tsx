import { z } from 'zod'
import { act, notNow, view } from '../../platform/act.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Code } from '../../ui/marks.tsx'
import { Message } from '../../ui/Message.tsx'
import { Facts, PageHead } from '../../ui/page.tsx'
import { makeResidentCode } from '../access/index.ts'
import { mayWork } from './policy.ts'
import { findCase } from './record.ts'
import { texts } from './residentCode.texts.ts'

/** Makes the code on paper with which a resident reads the own plan. It is handed on to one page, and kept as a fingerprint only. */
export const residentCodeMade = act({
  name: 'cases.make-resident-code',
  at: '/cases/:caseId/resident-code',
  page: '/casussen/:caseId/bewonerscode',
  title: texts.makeTitle,
  submit: texts.makeSubmit,
  input: nothing,
  form: {},
  output: z.object({ caseId: z.uuid(), number: z.string(), code: z.string() }),
  secret: true,
  find: findCase,
  may: mayWork,
  about: (record) => [record.id],
  hindrance: (record) => (record.state === 'closed' ? notNow('case.closed', texts.closed) : undefined),
  intro: () => <p>{say(texts.makeIntro)}</p>,
  run: (ctx, record) => makeResidentCode(ctx, record.id),
  present: (_ctx, code, record) => ({ caseId: record.id, number: record.number, code }),
  handOn: ({ code }) => code,
  next: ({ caseId }) => `/casussen/${caseId}/bewonerscode/papier`,
  audit: 'C',
})

/** Group by group, so that it wraps on a phone and is easy to copy by hand. */
const Groups = ({ code }: { code: string }) => (
  <>
    {code.split('-').map((group) => (
      <>
        <Code>{group}</Code>{' '}
      </>
    ))}
  </>
)

/** The code that was just made, once, to print or copy. */
export const residentCodeShown = view({
  name: 'cases.resident-code-paper',
  at: '/cases/:caseId/resident-code/paper',
  path: '/casussen/:caseId/bewonerscode/papier',
  title: texts.paperTitle,
  query: nothing,
  takes: true,
  output: z.object({ caseId: z.uuid(), number: z.string(), code: z.string().nullable() }),
  find: async (reading, params) => ({ record: await findCase(reading, params), code: reading.handed ?? null }),
  may: (actor, { record }) => mayWork(actor, record),
  about: ({ record }) => [record.id],
  present: (_ctx, { record, code }) => ({ caseId: record.id, number: record.number, code }),
  page: ({ caseId, number, code }) => (
    <>
      <PageHead title={say(texts.paperTitle)} lead={code ? say(texts.paperLead) : undefined} />
      {code ? (
        <Facts
          facts={[
            { name: say(texts.number), value: <Code>{number}</Code> },
            { name: say(texts.code), value: <Groups code={code} /> },
            { name: say(texts.where), value: say(texts.whereHow) },
          ]}
        />
      ) : (
        <Message kind="info" title={say(texts.gone)} />
      )}
      <Acts>
        <ButtonLink look="filled" href={`/casussen/${caseId}`}>{say(texts.back)}</ButtonLink>
      </Acts>
    </>
  ),
})
