import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { Code } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead } from '../../ui/page.tsx'
import { joinTexts as texts } from './joinTexts.ts'

/** The code to cancel with, and the way to do so. */
export const JoinedPage = ({ code }: { code: string | null }) => (
  <>
    <PageHead title={say(texts.receiptTitle)} lead={code ? say(texts.receiptLead) : undefined} />
    {code ? (
      <p class="phone-number">
        <Code>{code}</Code>
      </p>
    ) : (
      <Empty title={say(texts.receiptGone)}>
        <p>{say(texts.receiptGoneText)}</p>
      </Empty>
    )}
    <Acts>
      <ButtonLink href="/afmelden">{say(texts.receiptNext)}</ButtonLink>
      <ButtonLink look="plain" href="/agenda">
        {say(texts.toAgenda)}
      </ButtonLink>
    </Acts>
  </>
)
