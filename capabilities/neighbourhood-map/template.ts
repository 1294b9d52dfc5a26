/**
 * The document as Typst sets it. Fixed: everything that people typed arrives as data in `sys.inputs` and is put in the page as text,
 * so that no sign in it is ever read as markup.
 */
export const template = `
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: d.author, keywords: d.keywords, description: d.lead)
#set text(font: "Libertinus Serif", size: 11pt, lang: d.lang)
#set par(leading: 0.72em, spacing: 1.1em)
#set page(paper: "a4", margin: (x: 24mm, top: 26mm, bottom: 24mm), footer: context [
  #set text(size: 9pt, fill: luma(60))
  #d.title #h(1fr) #d.words.page #counter(page).display("1 / 1", both: true)
])
#let accent = rgb("#0b5a60")
#show heading: set text(fill: accent)
#show heading.where(level: 1): it => { set text(size: 19pt); block(above: 1.8em, below: 0.8em, sticky: true, it) }
#show heading.where(level: 2): it => { set text(size: 14pt); block(above: 1.6em, below: 0.8em, sticky: true, it) }
#show heading.where(level: 3): it => { set text(size: 11.5pt); block(above: 1.1em, below: 0.6em, sticky: true, it) }
#let small(it) = text(size: 9.5pt, fill: luma(60), it)
#let prose(paragraphs) = for paragraph in paragraphs { par(text(lang: "nl", paragraph.join(linebreak()))) }
#let grid-of(t) = {
  set text(size: 9.5pt, hyphenate: true)
  figure(kind: table, gap: 0.8em, supplement: none, numbering: none, caption: figure.caption(position: top, t.caption),
    table(columns: t.columns.map(w => w * 1fr), stroke: (x: none, y: 0.5pt + luma(120)), inset: (x: 4pt, y: 5pt), align: (x, y) => if t.align.at(x) == "right" { right } else { left },
      table.header(..t.head.map(it => strong(it))), ..t.rows.flatten()))
}
#let photo(it) = figure(kind: "photo", supplement: none, numbering: none, gap: 0.7em, caption: figure.caption(position: bottom, align(left, text(size: 9.5pt, { if it.caption != none { text(lang: "nl", it.caption); linebreak() }; text(fill: luma(60), it.credit) }))),
  image(it.file, alt: it.alt, width: if it.tall { 45% } else { 80% }))
#let chart(it) = figure(kind: "chart", supplement: none, numbering: none, gap: 0.7em, caption: figure.caption(position: bottom, align(left, text(size: 9.5pt, it.caption))), image(bytes(it.svg), format: "svg", alt: it.alt, width: it.width * 1%))
#let item(it) = {
  if it.kind == "quote" {
    quote(block: true, attribution: it.by, text(lang: "nl", style: "italic", it.body.flatten().join(" ")))
  } else {
    block(width: 100%, breakable: false, inset: (left: 10pt), above: 1.2em, below: 1.2em, stroke: (left: 1.5pt + accent), {
      small(strong(it.label))
      if it.about != none { heading(level: 3, outlined: false, it.about) } else { parbreak() }
      prose(it.body)
      if it.criteria.len() > 0 { list(..it.criteria) }
      for line in it.lines { par(small(line)) }
    })
  }
}
#align(left, {
  v(12mm)
  text(size: 13pt, fill: luma(60), d.kind)
  parbreak()
  title()
  v(4mm)
  text(size: 13pt, d.lead)
  v(4mm)
  small(d.asof)
})
#v(10mm)
#outline(title: d.words.contents, depth: 2, indent: 1em)
#pagebreak()
#for (at, chapter) in d.chapters.enumerate() {
  if at > 0 { block(above: 2.4em, below: 0pt, line(length: 100%, stroke: 1pt + luma(40))) }
  heading(level: 1, chapter.name)
  for part in chapter.parts {
    heading(level: 2, part.name)
    prose(part.body)
    par(small(part.source))
    for t in part.tables { grid-of(t) }
    for it in part.at("charts", default: ()) { chart(it) }
    for it in part.at("photos", default: ()) { photo(it) }
    for group in part.groups {
      if group.about != none { heading(level: 3, outlined: false, group.about) }
      for it in group.of { item(it) }
    }
    for after in part.after { grid-of(after) }
  }
}
`
