import type { SignalStory } from './story.ts'

const team = 'randenbroek-schuilenburg'

/** Signals in Randenbroek-Schuilenburg. */
export const randenbroek: readonly SignalStory[] = [
  {
    key: 'curtains', team, area: 'schuilenburg', state: 'new', urgency: 'now', owner: 'hassan', received: 0, next: 0, channel: 'website', knows: 'no', who: { relation: 'neighbour' }, feedback: { due: 14 },
    seen: 'Bij een oudere man in onze flat zijn de gordijnen al drie dagen dicht. De televisie staat de hele nacht aan. Anders groet hij altijd op de galerij.',
  },
  {
    key: 'after-church', team, area: 'randenbroek', state: 'new', urgency: 'soon', owner: 'hassan', received: -1, next: 0, channel: 'meeting', by: 'joke', themes: ['isolation'], knows: 'yes', who: { relation: 'volunteer' }, feedback: { due: 13 },
    seen: 'Na de dienst vertelde een vrouw dat ze sinds het overlijden van haar man bijna niet meer buiten komt. De kinderen wonen ver weg.', wish: 'Af en toe iemand aan tafel.',
  },
  {
    key: 'rent-late', team, area: 'schuilenburg', state: 'new', owner: 'hassan', received: -6, next: -1, channel: 'phone', by: 'hassan', themes: ['debts', 'housing'], heardFrom: 'woningcorporatie',
    who: { relation: 'professional', name: 'Bewonerszaken van de woningcorporatie', phone: '033 000 21 21', email: 'bewonerszaken@example.nl' }, feedback: { due: 8 },
    seen: 'Een huurder betaalt twee maanden te laat en doet niet open voor de monteur. De corporatie wil helpen voordat er een brief komt.',
  },
  {
    key: 'tired-daughter', team, area: 'randenbroek', state: 'taken-up', urgency: 'soon', owner: 'mirjam', received: -5, taken: -4, next: 1, channel: 'visit', by: 'mirjam', themes: ['carer-overload'], knows: 'yes', who: { relation: 'professional' }, feedback: { due: 9, given: { on: -4, by: 'mirjam', how: 'in-person', told: 'Ik kijk er zelf naar en bespreek het in het team.' } },
    seen: 'Een dochter zorgt elke dag voor haar moeder en slaapt slecht. Ze zegt dat het wel gaat, maar valt om van moeheid.', wish: 'Eén middag in de week voor zichzelf.',
    weighed: { on: -3, by: 'mirjam', strength: 'Er is een broer die in het weekend kan komen. Dat heeft nog niemand gevraagd.', behind: 'Mag ik moe zijn?', needs: ['partners'], themes: ['carer-overload', 'health'] },
    notes: [{ kind: 'asked', on: -2, by: 'mirjam', body: 'Steunpunt mantelzorg gebeld: een vrijwilliger kan op dinsdagmiddag.' }],
  },
  {
    key: 'walking-group', team, area: 'schuilenburg', state: 'taken-up', owner: 'els', received: -9, taken: -7, next: 4, channel: 'message', by: 'henk', themes: ['isolation'], heardFrom: 'wandelgroep', who: { relation: 'volunteer' }, feedback: { due: 5 },
    seen: 'Een vaste deelneemster komt al vier weken niet meer wandelen. Niemand weet waarom. Ze neemt de telefoon niet op.',
    notes: [{ kind: 'asked', on: -6, by: 'els', body: 'Een medewandelaar gaat langs met een kaart.' }],
  },
  {
    key: 'from-the-church', team, area: 'randenbroek', state: 'case', case: 'bridging', owner: 'mirjam', received: -14, taken: -14, finished: -14, channel: 'visit', by: 'joke', themes: ['health'], knows: 'yes', who: { relation: 'volunteer' }, feedback: { due: -2 },
    seen: 'Zij heeft moeite met staan en lopen. Ze wil hulp in huis, maar geen verpleging aan de deur.',
  },
  {
    key: 'moved-here', team, area: 'schuilenburg', state: 'case', case: 'through-the-church', urgency: 'soon', owner: 'els', received: -4, taken: -3, finished: -2, channel: 'meeting', by: 'joke', themes: ['isolation'], knows: 'yes', who: { relation: 'volunteer' },
    seen: 'Een man van ver in de tachtig kent na zijn verhuizing niemand in de wijk. Hij zit de hele dag voor het raam.',
    feedback: { due: 10, given: { on: -2, by: 'els', how: 'in-person', told: 'We gaan ermee aan de slag. Over een paar weken hoor je hoe het is gegaan.' } },
  },
  {
    key: 'unopened-letters', team, area: 'randenbroek', state: 'case', case: 'same-building', owner: 'els', received: -124, taken: -122, finished: -120, channel: 'phone', by: 'els', themes: ['debts'], knows: 'yes', heardFrom: 'ouderenwerker',
    who: { relation: 'professional', name: 'Ouderenwerker in de buurt', phone: '033 000 45 60' }, seen: 'Op de kast ligt een stapel brieven die niemand openmaakt. Er zitten aanmaningen tussen.',
    feedback: { due: -110, given: { on: -119, by: 'els', how: 'phone', told: 'Het team pakt het op, samen met iemand in hetzelfde gebouw.' }, afterCase: { due: 0 } },
  },
  {
    key: 'how-to-ring', team, area: 'schuilenburg', state: 'closed', outcome: 'advised', owner: 'hassan', received: -20, taken: -19, finished: -17, channel: 'website', who: { relation: 'neighbour', name: 'Een buurvrouw', phone: '033 000 77 08' },
    seen: 'Mijn buurman is stil geworden sinds hij niet meer werkt. Ik wil wel eens aanbellen, maar weet niet wat ik moet zeggen.',
    weighed: { on: -18, by: 'hassan', strength: 'De buurvrouw kan zelf de eerste stap zetten.', themes: ['isolation'] },
    notes: [{ kind: 'result', on: -17, by: 'hassan', body: 'Verteld hoe je zo’n eerste gesprek begint, en de koffieochtend genoemd.' }],
    feedback: { due: -6, given: { on: -17, by: 'hassan', how: 'phone', told: 'We spraken door hoe u kunt aanbellen, en waar u samen heen kunt.' } },
  },
  {
    key: 'garden', team, area: 'randenbroek', state: 'closed', outcome: 'referred', owner: 'hassan', received: -28, taken: -26, finished: -21, channel: 'website', who: { relation: 'other' },
    seen: 'De tuin van een bewoonster groeit dicht en zij kan het niet meer zelf. Ze schaamt zich ervoor.', notes: [{ kind: 'result', on: -21, by: 'hassan', body: 'De klussendienst komt twee keer per jaar. De bewoonster heeft zelf gebeld.' }],
    feedback: { due: -14, waived: { on: -20, by: 'hassan', because: 'De melder is anoniem en liet geen nummer achter.' } },
  },
]
