import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Code } from '../../ui/marks.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { Spine } from '../../ui/time.tsx'
import { publicTexts as texts } from './publicTexts.ts'

type Receipt = { code: string; team: string; lookBy: string; wantsFeedback: boolean }

/** The code large, then what happens and when. Without a receipt the code was shown before. */
export const ReceivedPage = ({ receipt }: { receipt: Receipt | null }) => (
  <>
    <PageHead
      title={say(texts.receivedTitle)}
      lead={say(receipt ? texts.received : texts.codeSeen)}
      act={
        receipt ? null : (
          <ButtonLink look="filled" href="/zorgen/volgen">
            {say(texts.follow)}
          </ButtonLink>
        )
      }
    />
    {receipt ? (
      <>
        <section class="call-box" aria-labelledby="code">
          <h2 class="section-title" id="code">
            {say(texts.yourCode)}
          </h2>
          <p class="phone-number">
            <Code>{receipt.code}</Code>
          </p>
          <p>{say(texts.keepCode)}</p>
          <p>
            <a href="/zorgen/volgen">{say(texts.follow)}</a>
          </p>
        </section>
        <Section title={say(texts.whatNext)} id="next">
          <Spine
            label={say(texts.whatNext)}
            steps={[
              { name: say(texts.stepReceived), progress: 'done' },
              { name: say(texts.readBy(receipt.team)), note: say(texts.atLatest(receipt.lookBy)), progress: 'now' },
              { name: say(texts.weighs), note: say(texts.weighsNote), progress: 'waits' },
              ...(receipt.wantsFeedback ? [{ name: say(texts.hear), note: say(texts.hearNote), progress: 'waits' as const }] : []),
            ]}
          />
        </Section>
      </>
    ) : null}
  </>
)
