import type { Text } from '../../platform/texts.ts'

/** One question of a statement with its answer, a paragraph a line. */
export type Part = { question: Text; answer: readonly Text[] }

/** What the statement on privacy says. Only what the program really does: whoever changes that, changes this. */
export const privacy = ({ nameDays }: { /** days that the name of who dropped out of an activity is kept */ nameDays: number }): readonly Part[] => [
  {
    question: { nl: 'Wie is verantwoordelijk?', en: 'Who is responsible?' },
    answer: [{ nl: 'De organisaties die samen in de wijkteams werken, ieder voor het eigen werk. Belt u ons met een vraag over uw gegevens? Dan zorgen wij dat die bij de goede organisatie komt.', en: 'The organisations that work together in the neighbourhood teams, each for its own work. If you phone us with a question about your data, we make sure it reaches the right organisation.' }],
  },
  {
    question: { nl: 'Wat bewaren we als u alleen rondkijkt?', en: 'What do we keep when you only look around?' },
    answer: [
      { nl: 'Niets over u. Wij volgen u niet, tellen u niet met een bezoekersteller en laten niets van andere sites op onze pagina’s toe.', en: 'Nothing about you. We do not follow you, do not count you with a visitor counter and let nothing from other sites on our pages.' },
      { nl: 'Het logboek van de server schrijft op welk soort pagina werd gevraagd, hoe laat en hoe snel het antwoord er was. Uw internetadres en uw zoekwoorden staan daar niet in.', en: 'The log of the server writes down which kind of page was asked for, when and how fast the answer was. Your internet address and your search words are not in it.' },
    ],
  },
  {
    question: { nl: 'Wat bewaren we als u een zorg meldt?', en: 'What do we keep when you report a worry?' },
    answer: [
      { nl: 'Wat u in het formulier schrijft. Uw naam, telefoonnummer en e-mailadres alleen als u ze invult: dat hoeft niet.', en: 'What you write in the form. Your name, telephone number and e-mail address only if you fill them in: you need not.' },
      { nl: 'Het team van de wijk leest uw melding. Met de code die u krijgt, ziet u wat ermee gebeurt. De code zelf bewaren we niet leesbaar.', en: 'The team of the neighbourhood reads your report. With the code you get, you see what happens with it. The code itself is not kept in a readable form.' },
      { nl: 'Stuurt iemand heel vaak achter elkaar een formulier, dan vragen we om te wachten. Daarvoor onthouden we het internetadres een korte tijd.', en: 'When somebody sends a form very often in a row, we ask them to wait. For that we remember the internet address for a short time.' },
    ],
  },
  {
    question: { nl: 'Wat bewaren we als u meedoet, of iets op het ruilbord plaatst?', en: 'What do we keep when you take part, or put something on the exchange board?' },
    answer: [
      { nl: 'Meldt u zich aan voor een activiteit? Dan bewaren we hoe u genoemd wilt worden, en uw telefoonnummer als u dat invult. Dat zien alleen wie de lijst bijhoudt, de coördinator van het team en wie u aanmeldde. Meldt u zich af, dan wissen we het meteen.', en: 'Do you register for an activity? Then we keep how you want to be called, and your telephone number if you fill it in. Only who keeps the list, the coordinator of the team and who registered you see it. When you cancel, we erase it at once.' },
      { nl: `Blijft u weg zonder bericht, dan kan er een vervolgvraag bij het team komen. Daar staat uw naam niet in. Op de lijst wissen we uw naam en nummer uiterlijk na ${nameDays} dagen. Stopt de activiteit, dan wissen we uiterlijk twee weken daarna alle namen, behalve van iemand over wie nog een vervolgvraag open is. Daarna weten we alleen nog hoeveel mensen meededen of wegbleven.`, en: `When you stay away without a word, the team may get a question to follow up. Your name is not in it. On the list we erase your name and number after ${nameDays} days at most. When the activity stops we erase all names within two weeks, except of somebody about whom such a question is still open. After that we only know how many people took part or stayed away.` },
      { nl: 'Plaatst u iets op het ruil- en deelbord, of reageert u? Iedereen leest het bericht, maar uw naam, telefoonnummer en e-mailadres ziet alleen het team van de wijk. Die wissen we zodra het bericht afloopt, of als u het weghaalt met uw code.', en: 'Do you put something on the exchange board, or react? Everybody reads the notice, but your name, telephone number and e-mail address only the team of the neighbourhood sees. We erase those as soon as the notice ends, or when you take it away with your code.' },
    ],
  },
  {
    question: { nl: 'Heeft u zelf een plan bij een team?', en: 'Do you have a plan with a team yourself?' },
    answer: [
      { nl: 'Dan ziet u onder Mijn plan wat er over u staat, wie erbij is en waarom, en wie wanneer keek. Toestemming die u gaf, kunt u daar weer intrekken. Dat werkt meteen.', en: 'Then you see under My plan what is written about you, who takes part and why, and who looked when. Consent you gave, you can withdraw there. That works at once.' },
      { nl: 'Medewerkers zien alleen plannen waar ze bij betrokken zijn. Elke keer dat iemand kijkt of iets verandert, wordt dat vastgelegd. Dat logboek kan niemand ongemerkt veranderen.', en: 'Workers see only the plans they take part in. Every time somebody looks or changes something, that is recorded. Nobody can change that log without it being noticed.' },
    ],
  },
  {
    question: { nl: 'Wat kunt u vragen?', en: 'What can you ask for?' },
    answer: [
      { nl: 'U mag vragen wat er over u bewaard is, of het verbeterd of gewist wordt, en waarom het er staat. Dat mag met een telefoontje.', en: 'You may ask what is kept about you, to have it corrected or erased, and why it is there. A phone call will do.' },
      { nl: 'Bent u het niet eens met wat wij doen? U kunt klagen bij de Autoriteit Persoonsgegevens.', en: 'Do you disagree with what we do? You can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).' },
    ],
  },
]

/** What the statement on accessibility says. */
export const accessibility: readonly Part[] = [
  {
    question: { nl: 'Waar houden we ons aan?', en: 'What do we aim for?' },
    answer: [{ nl: 'Aan de regels van WCAG 2.2, niveau A en AA. Die regels gelden in Nederland voor sites van de overheid.', en: 'The rules of WCAG 2.2, levels A and AA. In the Netherlands these rules apply to sites of the government.' }],
  },
  {
    question: { nl: 'Wat hebben we gedaan?', en: 'What have we done?' },
    answer: [
      { nl: 'Alles werkt met alleen het toetsenbord, en zonder JavaScript. U kunt de letters vier keer zo groot maken. Er is een donkere weergave; die volgt uw apparaat. Kleur staat nooit alleen: er is altijd een woord of een vorm bij.', en: 'Everything works with the keyboard alone, and without JavaScript. You can make the letters four times as large. There is a dark display; it follows your device. Colour never stands alone: there is always a word or a shape with it.' },
      { nl: 'De letter is gemaakt voor mensen die slecht zien. De teksten zijn geschreven in gewoon Nederlands. Bellen kan altijd ook.', en: 'The letter is made for people who see poorly. The texts are written in plain language. You can always phone as well.' },
    ],
  },
  {
    question: { nl: 'Hoe weten we dat?', en: 'How do we know?' },
    answer: [{ nl: 'We hebben het zelf getest, met een programma dat fouten zoekt en met het toetsenbord. Een onafhankelijk onderzoek is er nog niet geweest. Ook is er nog niet getest door mensen die blind of slechtziend zijn.', en: 'We tested it ourselves, with a program that looks for mistakes and with the keyboard. There has been no independent audit yet. Nor has it been tested yet by people who are blind or see poorly.' }],
  },
  {
    question: { nl: 'Wat is nog niet goed?', en: 'What is not right yet?' },
    answer: [
      { nl: 'Teksten van organisaties en teams zijn alleen in het Nederlands. Wat zij zelf schrijven, is niet altijd in eenvoudige taal.', en: 'Texts of organisations and teams are in Dutch only. What they write themselves is not always in plain language.' },
      { nl: 'Het veld voor een datum is dat van uw browser. Het ziet er in elke browser anders uit.', en: 'The field for a date is that of your browser. It looks different in every browser.' },
    ],
  },
  {
    question: { nl: 'Werkt er iets niet voor u?', en: 'Does something not work for you?' },
    answer: [{ nl: 'Bel ons en vertel op welke pagina het was. Wij helpen u dan meteen verder, en we maken het beter.', en: 'Phone us and tell on which page it was. We then help you at once, and we make it better.' }],
  },
]

/** Every cookie this site can set: what it is for and how long it stays. */
export const cookies: readonly { name: string; purpose: Text; until: Text }[] = [
  { name: 'taal', purpose: { nl: 'Nederlands of Engels, als u koos of inlogde', en: 'Dutch or English, if you chose or signed in' }, until: { nl: '1 jaar', en: '1 year' } },
  { name: 'wijk', purpose: { nl: 'Uw wijk, als u koos', en: 'Your neighbourhood, if you chose' }, until: { nl: '1 jaar', en: '1 year' } },
  { name: 'schakelbord', purpose: { nl: 'Dat u ingelogd bent', en: 'That you are signed in' }, until: { nl: 'tot u de browser sluit of uitlogt', en: 'until you close the browser or sign out' } },
  { name: 'schakelbord-stap', purpose: { nl: 'De tweede stap van het inloggen', en: 'The second step of signing in' }, until: { nl: '10 minuten', en: '10 minutes' } },
  { name: 'schakelbord-dienst', purpose: { nl: 'Inloggen met de dienst van uw werk', en: 'Signing in with the service of your work' }, until: { nl: '10 minuten', en: '10 minutes' } },
  { name: 'schakelbord-vraag', purpose: { nl: 'Inloggen met een passkey', en: 'Signing in with a passkey' }, until: { nl: '5 minuten', en: '5 minutes' } },
  { name: 'meegegeven', purpose: { nl: 'Uw code, om hem één keer te laten zien', en: 'Your code, to show it once' }, until: { nl: '5 minuten', en: '5 minutes' } },
  { name: 'gedaan', purpose: { nl: 'De zin die zegt dat iets gelukt is', en: 'The sentence that says something was done' }, until: { nl: '30 seconden', en: '30 seconds' } },
]
