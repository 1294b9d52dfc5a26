/** The sheet as Typst sets it. Fixed: all words arrive as data and are put on the page as text, so that no sign in them is read as markup. */
export const template = `
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: d.author, keywords: d.keywords, description: d.lead)
#set text(font: "Libertinus Serif", size: 13pt, lang: d.lang)
#set par(leading: 0.7em, spacing: 1em)
#set page(paper: "a4", margin: (x: 22mm, top: 22mm, bottom: 22mm), footer: context [
  #set text(size: 9.5pt, fill: luma(60))
  #d.asof #h(1fr) #d.page #counter(page).display("1 / 1", both: true)
])
#let accent = rgb("#0b5a60")
#show heading: set text(fill: accent)
#show heading.where(level: 1): it => { set text(size: 16pt); block(above: 0em, below: 0.7em, sticky: true, it) }
#text(size: 20pt, title())
#par(d.lead)
#for it in d.entries {
  block(width: 100%, breakable: false, above: 1.8em, {
    line(length: 100%, stroke: 0.8pt + luma(120))
    v(0.4em)
    grid(columns: (1fr, 32mm), column-gutter: 8mm,
      {
        heading(level: 1, it.name)
        if it.summary != "" { par(it.summary) }
        for fact in it.facts { par({ strong(fact.question); linebreak(); fact.answer }) }
      },
      image(bytes(it.qr), format: "svg", width: 32mm, alt: it.alt))
  })
}
`
