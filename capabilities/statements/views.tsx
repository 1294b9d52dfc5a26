import { publicView } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { say, type Text } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { daysKept } from '../participation/index.ts'
import { accessibility, cookies, type Part, privacy } from './parts.ts'
import { statement } from './shown.ts'
import { StatementPage } from './StatementPage.tsx'
import { texts } from './texts.ts'

/** The telephone number of the municipality that asks. */
const phoneOf = async ({ db }: Reading): Promise<string | null> => {
  const own = db.selectFrom('municipalities as m').innerJoin('areas as a', 'a.municipalityId', 'm.id').where('a.kind', '=', 'municipality').select('m.phone')
  return (await own.executeTakeFirst())?.phone ?? null
}

const said = (parts: readonly Part[]) => parts.map(({ question, answer }) => ({ question: say(question), answer: answer.map((one: Text) => say(one)) }))

/** What is kept about people, in plain words. */
export const privacyViewed = publicView({
  name: 'statements.privacy',
  at: '/statements/privacy',
  path: '/privacy',
  title: texts.privacyTitle,
  query: nothing,
  output: statement,
  find: async (reading) => ({ phone: await phoneOf(reading), nameDays: await daysKept(reading) }),
  may: () => true,
  about: () => [],
  present: (_ctx, { phone, nameDays }) => ({ phone, parts: said(privacy({ nameDays })), cookies: cookies.map(({ name, purpose, until }) => ({ name, purpose: say(purpose), until: say(until) })) }),
  page: (shown) => <StatementPage title={say(texts.privacyTitle)} lead={say(texts.privacyLead)} statement={shown} />,
})

/** Who can use the site, and what is not right yet. */
export const accessibilityViewed = publicView({
  name: 'statements.accessibility',
  at: '/statements/accessibility',
  path: '/toegankelijkheid',
  title: texts.accessibilityTitle,
  query: nothing,
  output: statement,
  find: phoneOf,
  may: () => true,
  about: () => [],
  present: (_ctx, phone) => ({ phone, parts: said(accessibility) }),
  page: (shown) => <StatementPage title={say(texts.accessibilityTitle)} lead={say(texts.accessibilityLead)} statement={shown} />,
})
