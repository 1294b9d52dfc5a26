import { percentText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { Button } from '../../ui/buttons.tsx'
import { Choice } from '../../ui/forms/controls.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Hero } from '../../ui/pictures/HomeBoard.tsx'
import { HundredPeople } from '../../ui/pictures/HundredPeople.tsx'
import { Doors } from '../../ui/pictures/Pictogram.tsx'
import { type Axis, StripLegend, Strips } from '../../ui/pictures/Strips.tsx'
import { TwoSidedScore } from '../../ui/pictures/TwoSidedScore.tsx'
import { here, Specimen } from './Specimen.tsx'
import { texts } from './texts.ts'

const axis = (): Axis => ({
  from: -7,
  to: 20,
  ticks: [{ at: 0, label: say(texts.equal) }, { at: 5, label: '+5' }, { at: 10, label: '+10' }, { at: 15, label: '+15' }],
})

const StripSpecimens = () => (
  <>
    <StripLegend own={say(texts.withMargin)} whole={say(texts.asInCity)} difference={say(texts.theDifference)} />
    <Strips
      axis={axis()}
      rows={[
        { title: say(texts.moreRented), note: say(texts.moreRentedNote), difference: 17, margin: [15.4, 18.6], value: percentText(0.61), whole: say(texts.cityFigure(percentText(0.44))), sentence: say(texts.moreRentedSaid) },
        { title: say(texts.fewerYoung), note: say(texts.fewerYoungNote), difference: -4, margin: [-5, -3], value: percentText(0.23), whole: say(texts.cityFigure(percentText(0.27))), sentence: say(texts.fewerYoungSaid) },
        { title: say(texts.sameMiddle), note: say(texts.sameMiddleNote), difference: -1, margin: [-2.1, 0.2], value: percentText(0.6), whole: say(texts.cityFigure(percentText(0.61))), sentence: say(texts.sameMiddleSaid) },
      ]}
    />
  </>
)

const Scores = () => {
  const shared = { ownName: say(texts.you), otherName: 'Els', bothName: say(texts.both), ends: [say(texts.fails), say(texts.works)] as const }
  return (
    <div class="stack">
      <TwoSidedScore {...shared} own={1} other={2} sentence={say(texts.scoreSaid)} />
      <TwoSidedScore {...shared} own={2} other={0} sentence={say(texts.scoreSaid)} />
      <TwoSidedScore {...shared} own={4} other={4} sentence={say(texts.scoreSaidEqual)} />
    </div>
  )
}

const PictureSpecimens = () => (
  <Specimen name={texts.pictures} id="pictures">
    <StripSpecimens />
    <div class="specimen-columns">
      <HundredPeople same={12} more={5} sentence={say(texts.hundredSaid)}>
        <p>
          <StateMark state="good">{say(texts.hundredSame)}</StateMark>
        </p>
        <p>
          <StateMark state="now">{say(texts.hundredMore)}</StateMark>
        </p>
      </HundredPeople>
      <Scores />
    </div>
    <Doors
      level={3}
      doors={[
        { href: `${here}#pictures`, title: say(texts.doorOne), text: say(texts.doorOneText), picture: 'together' },
        { href: `${here}#pictures`, title: say(texts.doorTwo), text: say(texts.doorTwoText), picture: 'giving' },
        { href: `${here}#pictures`, title: say(texts.doorThree), text: say(texts.doorThreeText), picture: 'worried' },
        { href: `${here}#pictures`, title: say(texts.doorFour), text: say(texts.doorFourText), picture: 'surrounded' },
      ]}
    />
    <Hero level={3} title={say(texts.heroSentence)} words={{ you: say(texts.boardYou), found: say(texts.boardFound), others: say(texts.boardOthers).split(', ') }} />
  </Specimen>
)

const Focus = () => (
  <Specimen name={texts.focus} id="focus">
    <p>{say(texts.focusText)}</p>
    <form class="acts focus-shown" method="get" action={here}>
      <a href={`${here}#focus`}>{say(texts.aLink)}</a>
      <Button look="outlined">{say(texts.aButton)}</Button>
      <Choice type="checkbox" id="focus-choice" name="keuze" answer={{ value: 'ja', label: say(texts.aChoice) }} checked />
    </form>
  </Specimen>
)

/** Strips, hundred people, scores, doors, the board, and focus. */
export const Pictures = () => (
  <>
    <PictureSpecimens />
    <Focus />
  </>
)
