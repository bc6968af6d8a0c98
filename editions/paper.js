// What editions/paper.py does to a page before it prints it. The page is laid out as it will be on paper.

const BREAK = 'div[style*="break-after"]'

/** Tell the style sheet the kind of the page, drop links to files of this machine, and unfold the solutions. */
function prepare(kind) {
  document.body.classList.add(kind)
  for (const link of document.querySelectorAll("a[href]:not([href^='#'])")) {
    if (link.protocol === "file:") link.removeAttribute("href")
  }
  for (const solution of document.querySelectorAll("#solutions details")) solution.open = true
  for (const code of document.querySelectorAll(".highlight pre")) {
    code.textContent = code.textContent // without colours, each word of which is an object in a PDF
  }
  for (const gap of document.querySelectorAll(`.cards .bd-article > section > section > ${BREAK}`)) {
    const rest = document.createRange() // what follows a page break is no part of the card above
    rest.setStartBefore(gap)
    rest.setEndAfter(gap.parentElement.lastChild)
    gap.parentElement.after(rest.extractContents())
  }
}

/**
 * Use the room that pages of this height (in pixels) have: the type of the leaf grows, while every line to write on
 * can have 2 mm more than its type; then the lines of each page grow together, up to 5 mm.
 */
function spread(height) {
  const article = document.querySelector(".bd-article")
  const ends = [...article.querySelectorAll(BREAK), null]
  const lines = [...article.querySelectorAll("p, td")].filter(
    (part) => part.matches(".write") || (part.matches("td") ? !part.textContent.trim() : /__/.test(part.textContent)),
  )
  const precedes = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING
  const sides = ends.map((end, at) => {
    const start = ends[at - 1]
    const own = lines.filter((line) => (!start || precedes(start, line)) && (!end || precedes(line, end)))
    return {
      give: (room) => own.forEach((line) => line.style.setProperty("--room", `${room}mm`)),
      holds() {
        const top = start ? start.getBoundingClientRect().bottom : article.getBoundingClientRect().top
        return (end ?? article).getBoundingClientRect().bottom - top <= height
      },
    }
  })
  const fits = (type) => {
    document.body.style.setProperty("--type", `${type}pt`)
    return sides.every((side) => side.holds())
  }
  for (const side of sides) side.give(2)
  for (let type = 11.5; !fits(type) && type > 9.25; type -= 0.25);
  for (const side of sides) {
    let room = 5
    for (side.give(room); !side.holds() && room > 0; side.give(room)) room -= 0.25
  }
}
