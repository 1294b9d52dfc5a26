import { say } from '../../platform/texts.ts'
import { Button, ButtonLink } from '../../ui/buttons.tsx'
import { Dialog, DialogClose, DialogLink } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { MeetingBar } from '../../ui/frames.tsx'
import { Empty, Failed, Loading } from '../../ui/moments.tsx'
import { here, Specimen } from './Specimen.tsx'
import { texts } from './texts.ts'

const Messages = () => (
  <Specimen name={texts.messages} id="messages">
    <Message kind="good" title={say(texts.agreed)} undo={{ action: here, key: '', seconds: 10 }}>
      {say(texts.agreedText)}
    </Message>
    <Message kind="info" title={say(texts.other)}>
      {say(texts.otherText)}
    </Message>
    <Message kind="watch" title={say(texts.leaving)} link={{ href: `${here}#messages`, label: say(texts.stay) }}>
      {say(texts.leavingText)}
    </Message>
    <Message kind="alarm" title={say(texts.listFailed)}>
      {say(texts.listFailedText)}
    </Message>
  </Specimen>
)

const Nothings = () => (
  <Specimen name={texts.empty} id="empty">
    <div class="specimen-thirds">
      <Empty done level={3} title={say(texts.allDone)} act={<ButtonLink href={`${here}#empty`}>{say(texts.recordSignal)}</ButtonLink>}>
        {say(texts.allDoneText)}
      </Empty>
      <Loading />
      <Failed level={3} what={say(texts.noConnection)} title={say(texts.listFailed)} retryHref={`${here}#empty`}>
        {say(texts.listFailedText)}
      </Failed>
    </div>
  </Specimen>
)

/** Made when the page is shown, so that it has the language of the request. */
const Withdrawal = () => (
  <form method="get" action={here}>
    <Button look="destructive">{say(texts.withdraw)}</Button>
  </form>
)

const Dialogs = () => (
  <Specimen name={texts.dialog} id="dialog">
    <Dialog
      id="dialog-shown"
      shown
      title={say(texts.dialogTitle)}
      acts={
        <>
          <Withdrawal />
          <ButtonLink href={`${here}#dialog`}>{say(texts.changeNothing)}</ButtonLink>
        </>
      }
    >
      {say(texts.dialogText)}
    </Dialog>
    <p>
      <DialogLink dialog="dialog-modal" href={`${here}#dialog`} look="outlined">
        {say(texts.openDialog)}
      </DialogLink>
    </p>
    <Dialog
      id="dialog-modal"
      title={say(texts.dialogTitle)}
      acts={
        <>
          <Withdrawal />
          <DialogClose href={`${here}#dialog`}>{say(texts.changeNothing)}</DialogClose>
        </>
      }
    >
      {say(texts.dialogText)}
    </Dialog>
  </Specimen>
)

const Meeting = () => (
  <Specimen name={texts.meeting} id="meeting">
    <div class="meeting-header">
      <MeetingBar
        name={say(texts.meetingName)}
        where={say(texts.meetingWhere)}
        left={{ time: '6.12', words: say(texts.meetingLeft) }}
        segments={[{ minutes: 5, passed: 1 }, { minutes: 10, passed: 0.4 }, { minutes: 15, passed: 0 }, { minutes: 10, passed: 0 }]}
        act={
          <ButtonLink look="panel" href={`${here}#meeting`}>
            {say(texts.meetingAct)}
          </ButtonLink>
        }
        homeHref={here}
      />
    </div>
  </Specimen>
)

/** Messages, empty, loading and failed, the dialog, and the bar of a meeting. */
export const Moments = () => (
  <>
    <Messages />
    <Nothings />
    <Dialogs />
    <Meeting />
  </>
)
