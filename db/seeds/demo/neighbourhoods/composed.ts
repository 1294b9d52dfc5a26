/** Areas that are made of parts of the tree: a project area, a village, and one that ended. */
export const composed = [
  {
    slug: 'ouderen-in-beeld', name: 'Ouderen in beeld', kind: 'project-area', parts: ['randenbroek', 'schuilenburg', 'schothorst-zuid'],
    about: 'In deze drie delen wonen naar verhouding de meeste mensen van 65 jaar en ouder: 17, 23 en 22 van elke honderd bewoners. In de hele stad zijn dat er 12.',
  },
  { slug: 'voorbeelddorp', name: 'Voorbeelddorp', kind: 'village', parts: ['schothorst-zuid', 'schothorst-noord'], about: 'Een voorbeeld: zo staat een dorp erin dat uit delen bestaat. Het zijn de twee delen van Schothorst.' },
  { slug: 'weinig-koopwoningen', name: 'Weinig koopwoningen', kind: 'project-area', parts: ['kruiskamp', 'randenbroek'], about: 'In deze twee delen is minder dan vier op de tien woningen een koopwoning.', ended: { daysAgo: 30, because: 'De vergelijking is klaar.' } },
] as const
