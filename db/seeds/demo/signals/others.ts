import type { SignalStory } from './story.ts'

const kruiskamp = 'kruiskamp-koppel'
const schothorst = 'schothorst'

/** Signals in Kruiskamp-Koppel and Schothorst. */
export const others: readonly SignalStory[] = [
  {
    key: 'shouting', team: kruiskamp, area: 'kruiskamp', state: 'new', urgency: 'soon', owner: 'youssef', received: -1, next: 0, channel: 'website', knows: 'no', who: { relation: 'neighbour', name: 'Een benedenbuur', phone: '033 000 31 17' }, feedback: { due: 13 },
    seen: 'Boven ons wordt vaak geschreeuwd en dan huilt er een kind. Ik durf er niets van te zeggen.',
  },
  {
    key: 'for-myself', team: kruiskamp, area: 'de-koppel', state: 'new', owner: 'youssef', received: 0, next: 3, channel: 'website', knows: 'yes', who: { relation: 'self', email: 'ikzelf@example.nl' }, feedback: { due: 14 },
    seen: 'Ik woon hier sinds kort en ken niemand. Ik wil graag iets doen, maar stap niet zomaar ergens binnen.',
  },
  {
    key: 'passed-on', team: kruiskamp, area: 'kruiskamp', state: 'new', owner: 'youssef', received: -4, next: 1, channel: 'phone', by: 'els', themes: ['isolation'], heardFrom: 'vrijwilliger', who: { relation: 'professional' }, feedback: { due: 10 },
    seen: 'Een bewoner die van schaken houdt zoekt gezelschap. Hij woont net over de grens van onze wijk.', notes: [{ kind: 'handed-over', on: -2, by: 'hassan', body: 'De bewoner woont in Kruiskamp.', to: 'youssef', toTeam: kruiskamp }],
  },
  {
    key: 'on-the-square', team: kruiskamp, area: 'kruiskamp', state: 'taken-up', urgency: 'soon', owner: 'sanne', received: -3, taken: -2, next: 0, channel: 'message', by: 'dirk', themes: ['nuisance', 'worrying-situation'], who: { relation: 'professional' }, feedback: { due: 11 },
    seen: 'Een man zit dag en nacht op het plein en praat in zichzelf. Omwonenden bellen de politie. Hij doet niemand iets.', weighed: { on: -1, by: 'sanne', strength: 'Hij komt graag in het buurthuis en kent de beheerder.', behind: 'Waar mag ik zijn?', needs: ['knowledge'], themes: ['worrying-situation'] },
  },
  {
    key: 'carries-bags', team: kruiskamp, area: 'kruiskamp', state: 'case', case: 'bags', urgency: 'soon', owner: 'youssef', received: -5, taken: -4, finished: -3, channel: 'walk-in', by: 'youssef', themes: ['worrying-situation'], heardFrom: 'beheerder van het buurthuis',
    who: { relation: 'professional', name: 'Beheerder van het buurthuis', phone: '033 000 52 90' }, seen: 'Een bezoeker neemt overal al zijn tassen mee naartoe en blijft tot sluitingstijd.',
    feedback: { due: 5, given: { on: -3, by: 'youssef', how: 'in-person', told: 'Het team gaat met hem in gesprek. Laat hem gerust zitten.' } },
  },
  {
    key: 'told-by-neighbour', team: kruiskamp, area: 'de-koppel', state: 'case', case: 'debts', urgency: 'now', owner: 'youssef', received: -11, taken: -11, finished: -10, channel: 'website', who: { relation: 'neighbour', phone: '033 000 18 44' }, feedback: { due: 3 },
    seen: 'Mijn buren kunnen de huur niet betalen. Ze vertelden het mij, maar durven nergens heen.', knows: 'yes',
  },
  {
    key: 'crossing', team: kruiskamp, area: 'kruiskamp', state: 'closed', outcome: 'report-point', owner: 'youssef', received: -40, taken: -38, finished: -33, channel: 'website', who: { relation: 'neighbour', email: 'wandelaar@example.nl' },
    seen: 'Bij de oversteek naar de winkels staat de paal zo dat je er met een rollator niet langs kunt.', notes: [{ kind: 'result', on: -33, by: 'youssef', body: 'Doorgegeven aan het meldpunt van de gemeente en nagevraagd: de paal wordt verzet.' }],
    feedback: { due: -26, given: { on: -33, by: 'youssef', how: 'email', told: 'De gemeente verzet de paal. Dank dat u het zag.' } },
  },
  {
    key: 'followed-home', team: schothorst, area: 'schothorst-zuid', state: 'case', case: 'harassed', urgency: 'now', owner: 'nadia', received: -26, taken: -26, finished: -25, channel: 'visit', by: 'nadia', themes: ['safety'], knows: 'yes', who: { relation: 'professional' },
    seen: 'Hij wordt op straat nageroepen en durft ’s avonds niet meer naar buiten.', feedback: { due: -12, given: { on: -25, by: 'nadia', how: 'in-person', told: 'Ik pak het zelf op, samen met de wijkagent.' } },
  },
  {
    key: 'nobody-comes', team: schothorst, area: 'schothorst-noord', state: 'case', case: 'would-help', owner: 'tom', received: -93, taken: -92, finished: -90, channel: 'website', who: { relation: 'neighbour', name: 'Buren van verderop', phone: '033 000 64 02' },
    seen: 'Bij hem komt nooit iemand. Hij maakt graag een praatje, maar gaat nergens heen.',
    feedback: { due: -79, given: { on: -91, by: 'tom', how: 'phone', told: 'Het team gaat bij hem langs.' }, afterCase: { due: -38, given: { on: -44, by: 'tom', how: 'phone', told: 'Het is goed gegaan. Hij doet nu zelf iets voor anderen in de wijk.' } } },
  },
  {
    key: 'always-fine', team: schothorst, area: 'schothorst-zuid', state: 'taken-up', owner: 'nadia', received: -8, taken: -6, next: 3, channel: 'phone', by: 'tom', themes: ['isolation', 'health'], heardFrom: 'trainer van een sportvereniging', who: { relation: 'volunteer', name: 'Trainer van de vereniging', phone: '033 000 90 35' }, feedback: { due: 6 },
    seen: 'Zij zegt altijd dat het goed gaat en ziet er verzorgd uit. Toch spreekt ze buiten de training niemand.', weighed: { on: -5, by: 'nadia', strength: 'Ze heeft zelf gezegd dat ze wil helpen bij het toernooi.', needs: ['feedback'], themes: ['isolation'] },
  },
  {
    key: 'stairs', team: schothorst, area: 'schothorst-noord', state: 'new', owner: 'tom', received: -1, next: 2, channel: 'website', who: { relation: 'family', name: 'Een zoon', email: 'zoon@example.nl' }, feedback: { due: 13 },
    seen: 'Mijn vader komt de trap bijna niet meer op. Verhuizen wil hij niet. Ik woon te ver weg om te helpen.',
  },
  {
    key: 'wheelie-bins', team: schothorst, area: 'schothorst-noord', state: 'closed', outcome: 'no-action', owner: 'tom', received: -15, taken: -14, finished: -14, channel: 'website', who: { relation: 'neighbour' },
    seen: 'De containers van een buurvrouw stonden een week buiten. Zou er iets zijn?', notes: [{ kind: 'result', on: -14, by: 'tom', body: 'Zij was op vakantie. Alles is goed.' }],
  },
]
