import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Answer, Answers, PageHead, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import type { Statement } from './shown.ts'
import { texts } from './texts.ts'

const Cookies = ({ cookies }: Required<Pick<Statement, 'cookies'>>) => (
  <Section title={say(texts.cookies)} id="cookies">
    <Table
      caption={say(texts.cookies)}
      unseenCaption
      columns={[{ head: say(texts.cookie) }, { head: say(texts.cookieFor), kind: 'words' }, { head: say(texts.cookieUntil), kind: 'words' }]}
      rows={cookies.map(({ name, purpose, until }) => ({ name, cells: [purpose, until] }))}
    />
  </Section>
)

/** A statement as questions with their answers, and whom to phone. */
export const StatementPage = ({ title, lead, statement: { parts, cookies, phone } }: { title: string; lead: string; statement: Statement }) => (
  <>
    <PageHead title={title} lead={lead} />
    <Answers>
      {parts.map(({ question, answer }) => (
        <Answer question={question}>
          <div class="stack">
            {answer.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </div>
        </Answer>
      ))}
    </Answers>
    {cookies ? <Cookies cookies={cookies} /> : null}
    {phone ? (
      <p class="section">
        <a href={phoneHref(phone)}>{say(texts.askUs(phone))}</a>
      </p>
    ) : null}
  </>
)
