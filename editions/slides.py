"""A deck for each lesson, made from its notebook and its kit alone: real text, and charts that come without a title.

A prediction comes before its chart. The chart comes without its title; as far as the deck has room it comes once more,
with it. What the plan has for that moment, minute by minute, stands in the notes of the slide.
"""

import io
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import mistune
from matplotlib.font_manager import findfont
from PIL import Image, ImageFont
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from alliance.cards import SAID
from alliance.charts import title_of
from charts import description, without_title
from common import KITS, CannotBuild, citation, fresh
from course import START, TEACHING, WORKSHOP, cells, read, run, shown, tags, texts, under
from reading_load import PROMPT

MOST = 12  # slides
SIZES, TITLE_SIZES, COVER_SIZES = (28, 26, 24, 22, 20), (32, 28, 26), (44, 40, 36, 32)  # points: the first that fits
WITH_CONTEXT = 22  # points, which a prediction keeps when a cell before it, not the first of its step, joins it
LONGEST_VOICE = 75  # words, for both allies
ACCENT = RGBColor(0x4B, 0x2E, 0x83)  # no actor's colour
FONT, MEASURED = "Arial", "DejaVu Sans"  # what the slides name; a wider one, which comes with matplotlib
LINE, GAP = 1.2, 0.35  # height of a line and of a gap, by the size of the letters
PAGE, INSET, INDENT = (13.333, 7.5), 0.1, 0.35  # inches
TITLE, BODY, LEFT, RIGHT = (0.5, 0.3, 11.4, 1.1), (0.5, 1.4, 12.3, 5.8), (0.5, 1.4, 6.0, 5.8), (6.8, 1.4, 6.0, 5.8)
COVER, BELOW, CHART = (0.5, 0.6, 11.4, 1.9), (0.5, 2.6, 12.3, 4.2), (0.5, 1.4, 12.3, 5.9)
NUMBER, CREDIT = (12.0, 0.55, 0.8, 0.5), (0.5, 6.9, 8.0, 0.5)
LAYOUTS = {
    "Title Slide": [COVER, BELOW],
    "Title and Content": [TITLE, BODY],
    "Two Content": [TITLE, LEFT, RIGHT],
    "Title Only": [TITLE],
}
"""The layouts of the decks, each with the boxes of its placeholders: left, top, width, height in inches."""

GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # PowerPoint's table style with lines and no colours
PLANS = {START: ["15 minutes"], WORKSHOP: ["45 minutes", "The second session"]}
ORDER = ["first", "second", "third"]
IDLE = {"and", "another", "can", "for", "how", "the", "what", "which", "who", "whom", "would", "you", "yours"}
SAY = "What to say at each (?:prediction|step)"

SENTENCES = re.compile(r"(?<!\bMt\.)(?<!U\.S\.)(?:(?<=[.?!])|(?<=[.?!][\"*)])|(?<=[.?!]\*\*))\s+(?=[A-Z\"(*\[`])")
OF_THE_NOTEBOOK = re.compile(  # a sentence that a class without the notebook cannot follow
    r"\b(?:cells?|rows|columns|second line)\b|\brun (?:it|on)\b|\bRead (?:one|the \w+) row"
    r"|one row for each \w+\.$|key\.md\)|\bwe judge\b"
)
FOR_WHO_READS = re.compile(  # what only a reader alone, or somebody who writes on the sheet, needs
    r"\*\*Before you [^*]+\*\*[,:]? |(?:\*+Alone\*+[,:]|Alone\?).*"
    r"|,? or here \(double-click\)|, in the next cell| ?_{3,}"
)
CODE = re.compile(r"`[^`]*`")
KOREAN = re.compile(r"[가-힣]+(?: [가-힣]+)*")
markdown = mistune.create_markdown(renderer=None, plugins=["table"])


@dataclass
class Block:
    """A paragraph, a list or a table in Markdown. The one that ``asks`` is what the class answers or weighs."""

    text: str
    asks: bool = False


@dataclass
class Slide:
    """A slide: text in one column or in two, or a chart; its notes, and how many predictions it asks for.

    ``kind`` is cover, text, step, asks, chart, titled, voices, verdict or exit.
    """

    kind: str
    title: str
    columns: list[list[Block]] = field(default_factory=list)
    png: bytes = b""
    alt: str = ""
    predictions: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass
class Step:
    """A part of a notebook: the cells before it asks, the cells that ask, its charts, and what one sees.

    What one sees goes with the chart above it, with "" where the step has none yet.
    """

    title: str
    is_numbered: bool
    before: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    seen: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Paragraph:
    """A paragraph as a slide has it: pieces of text, each bold or not, italic or not; a list's item is indented."""

    pieces: list[tuple[str, bool, bool]]
    is_item: bool = False
    asks: bool = False


def build(out: Path) -> str:
    """Write the decks into ``out/slides`` and return how many there are.

    Raises ``CannotBuild`` where a text does not fit its box, or a lesson its deck.
    """
    folder = fresh(out / "slides")
    for name in KITS:
        write(deck(name), folder / f"{name}.pptx")
    return f"{len(KITS)} decks"


def deck(name: str) -> list[Slide]:
    """Return the slides of a lesson, in order; raises ``CannotBuild`` where they are too many."""
    slides = {START: start, WORKSHOP: workshop}.get(name, lesson)(name)
    if len(slides) > MOST:
        raise CannotBuild(f"The deck of {name} has {len(slides)} slides, and {MOST} are the most.")
    add_plan(name, slides)
    return slides


# The three kinds of deck


def lesson(name: str) -> list[Slide]:
    """Return cover, predictions and charts, the two voices, the verdict and the exit ticket of a lesson.

    Where the leaf is turned before the first chart, as in the role play, all predictions come first. Where there is no
    room for each chart with its title, the last ones have theirs: they come nearest to the claim.
    """
    steps, weighed = [step for step in parts(name) if step.asks], claims(name)
    projected = charts_to_project(name, steps)
    ends = [voices(name), verdict(name, weighed), exit_ticket(name)]
    titled = last(projected, MOST - 1 - len(steps) - len(projected) - len(ends))
    first, then, is_asked_first = [cover(name, weighed)], [], predicts_first(name)
    for step in steps:
        first.append(asking(step))
        drawn = drawings(name, [chart for chart in step.charts if chart in projected], projected, titled)
        (drawn or first)[-1].notes += [text for chart, text in step.seen if chart in ("", *projected)]
        (then if is_asked_first else first).extend(drawn)
    return [*first, *then, *ends]


def start(name: str) -> list[Slide]:
    """Return the deck of the first notebook: the quarrel, the name of its aim, map and timeline, one claim."""
    found = {step.title: step for step in parts(name)}
    quarrel, where = found["What the quarrel is about"], found["Where it happens"]
    past = next(step for step in found.values() if step.asks)
    charts, weighed = where.charts + past.charts, ["CL43"]
    place, time = (drawings(name, step.charts, charts, charts) for step in (where, past))
    place[0].notes += where.before
    time[-1].notes += [text for _, text in past.seen]
    told = Slide("text", quarrel.title, [blocks(quarrel.before[0])])
    sheet = (TEACHING / name / "sheet.md").read_text("utf-8")
    aim = Slide("text", "The name of the aim", [blocks(under("The name of the aim", sheet))], notes=quarrel.before[1:])
    ends = [verdict(name, weighed), exit_ticket(name)]
    return [cover(name, weighed), told, aim, *place, asking(past), *time, *ends]


def workshop(name: str) -> list[Slide]:
    """Return the deck of the workshop: the page that is asked for, and its steps, with the charts of the example."""
    steps = [step for step in parts(name) if step.is_numbered or step.title == "What you hand in"]
    charts = [chart for step in steps for chart in step.charts]
    titled = last(charts, MOST - 2 - len(steps) - len(charts))
    slides = [cover(name, [])]
    for step in steps:
        told = "\n\n".join([step.before[0], *(text for text in step.before[1:] if text.startswith("| "))])
        slides.append(Slide("step" if step.is_numbered else "text", step.title, [blocks(told)]))
        slides += drawings(name, step.charts, charts, titled)
    return [*slides, exit_ticket(name)]


# The slides


def cover(name: str, weighed: list[str]) -> Slide:
    """Return the first slide: the question of a notebook, its topic, what it works on, and the claim that it weighs."""
    heading, lead = texts(name)[0].source.removeprefix("# ").split("\n\n", 1)
    topic, question = heading.split(": ", 1)
    shown = [Block(topic, asks=True), *blocks(lead), *map(in_short, weighed)]
    return Slide("cover", question[0].upper() + question[1:], [shown])


def asking(step: Step) -> Slide:
    """Return the slide of a step's predictions, with what goes before as far as its box takes it.

    The first cell of a step comes in first, then the cells nearest to the prediction.
    """
    asked, kept = blocks("\n\n".join(step.asks)), set()
    for index in [0, *range(len(step.before) - 1, 0, -1)][: len(step.before)]:
        told = [block for number in sorted({*kept, index}) for block in blocks(step.before[number])]
        if height(told + asked, BODY, WITH_CONTEXT if index else SIZES[-1]) <= BODY[3]:
            kept.add(index)
    told = [block for number in sorted(kept) for block in blocks(step.before[number])]
    return Slide("asks", step.title, [told + asked], predictions=len(step.asks))


def drawings(name: str, charts: list[str], numbered: list[str], titled: list[str]) -> list[Slide]:
    """Return the slides of charts: each without its title, and those that are ``titled`` once more with it."""
    slides, done = [], run(name)
    for chart in charts:
        number, title = numbered.index(chart) + 1, title_of(done.figures[chart]).removesuffix(".")
        png, alt = without_title(name, chart), description(done, chart)
        slides.append(Slide("chart", f"Chart {number}: which title would you give it?", [], png, alt))
        slides[-1].notes.append(f"Below the chart: {done.charts[chart].caption}")
        if chart in titled:
            slides.append(
                Slide("titled", title, [], png, "The same chart as on the slide before, now with what it shows.")
            )
        else:
            slides[-1].notes.append(f"Our title: {title}.")
    return slides


def voices(name: str) -> Slide:
    """Return the slide with the best case of each ally, as long for one as for the other; its notes have all voices."""
    section = under("Weigh the claim", "\n\n".join(cell.source for cell in texts(name)))
    found = [text for text in re.split(r"\n{2,}", section.strip()) if text.startswith("**As ")]
    columns = []
    for ally in ("Seoul", "Washington"):
        head, case = re.match(r"\*\*(.+?)\.?\*\*(.+)", next(text for text in found if ally in text[:20]), re.S).groups()
        columns.append([Block(head, asks=True), Block(shortened(case.lstrip(" ,")))])
    return Slide("voices", "The best case of each side", columns, notes=found)


def verdict(name: str, weighed: list[str]) -> Slide:
    """Return the slide of the two judgements, without ours, which stand in its notes."""
    whole = [cell.source for cell in texts(name)]
    ways = next(cell.source for cell in texts(START) if cell.source.startswith("## Weigh a claim"))
    rest = re.findall(r"^- ((?:Best|What would)[^:]+):", "\n".join(whole), re.M)
    asked = [Block(text) for text in re.findall(r"^\d\. .+$", ways, re.M)]
    shown = [*map(in_short, weighed), *asked, *([Block("\n".join(f"- {text}" for text in rest))] if rest else [])]
    judged = read("article_claims").fillna("").set_index("claim_id").loc[weighed]
    ours = [
        f"Ours on {claim.Index}. Was it said so? {SAID[claim.was_it_said]} {claim.said_reason} Is it so? "
        f"{claim.is_it_so.capitalize()}. Known on 15 March 2021: {claim.known_2021}"
        + (f" Known now: {claim.known_now}" if claim.known_now else "")
        for claim in judged.itertuples()
    ]
    return Slide("verdict", "Your verdict", [shown], notes=ours)


def exit_ticket(name: str) -> Slide:
    """Return the last slide: what students write before they go."""
    assess = under("Assess", plan(name))
    tickets = re.findall(r"^\d\. .+$", assess, re.M)
    if len(tickets) < 2:
        tickets = [text.removeprefix("1. ") for text in tickets] or [blocks(assess)[0].text]
    return Slide("exit", "Exit ticket", [[Block(text) for text in tickets]])


def in_short(claim: str) -> Block:
    """Return a claim of the article, in its short form, as what the class weighs."""
    words = read("article_claims").set_index("claim_id").loc[claim, "claim"]
    return Block(f"The article of 15 March 2021, in short ({claim}): *{words}*", asks=True)


# What the notebook and the kit have


def parts(name: str) -> list[Step]:
    """Return the parts of a notebook, in order; exercises and what the data cannot tell are left out."""
    found = [Step("", False)]
    for cell in cells(name):
        if cell.cell_type == "code":
            found[-1].charts += shown(cell.source)
            continue
        text = cell.source
        if heading := re.match(r"## (Step \d+\. )?(.+)\n*", text):
            found.append(Step(heading.group(2), bool(heading.group(1))))
            text = text[heading.end() :]
        text = text.split("### ")[0].strip()
        if "seen" in tags(cell):
            found[-1].seen.append((found[-1].charts[-1] if found[-1].charts else "", text))
        elif PROMPT.search(text):
            found[-1].asks.append(text)
        elif text and not found[-1].asks and not text.startswith("**What this cannot"):
            found[-1].before.append(text)
    for step in found:
        if step.title == "Where we are":  # told by the plan's first text; a prediction here is the first of all
            step.title, step.before = "Before we begin", []
    return found


def charts_to_project(name: str, steps: list[Step]) -> list[str]:
    """Return the charts that the plan has ready to project; where it names none, all of the steps."""
    sentences = SENTENCES.split(under("Before class", plan(name)))
    ready = " ".join(sentence for sentence in sentences if not sentence.startswith("Do not"))
    named = re.findall(r"figures/(\w+)\.png", ready)
    drawn = [chart for step in steps for chart in step.charts]
    return [chart for chart in drawn if chart in named] or drawn


def claims(name: str) -> list[str]:
    """Return the claims that the class weighs: those of the notebook's *Weigh the claim* that the plan names."""
    section = under("Weigh the claim", "\n".join(cell.source for cell in cells(name)))
    minutes = under(PLANS.get(name, ["45 minutes"])[0], plan(name))
    return [claim for claim in re.findall(r'^claim\("(CL\d\d)"\)', section, re.M) if claim in minutes]


def predicts_first(name: str) -> bool:
    """Say whether the plan turns the leaf before the first chart: the back of the sheet has what the charts show."""
    return re.search(r"leaf turned|\bcharts?\b", under("45 minutes", plan(name))).group() == "leaf turned"


@cache
def plan(name: str) -> str:
    """Return the plan of a kit."""
    return (TEACHING / name / "plan.md").read_text("utf-8")


def last(items: list[str], number: int) -> list[str]:
    """Return the last of a list, as many as asked; none for a number below one."""
    return items[-number:] if number > 0 else []


# Text for a class


def blocks(text: str) -> list[Block]:
    """Return Markdown as the blocks of a slide, as a class can read them without the notebook."""
    found = [Block(classroom(part), bool(PROMPT.search(part))) for part in re.split(r"\n{2,}", text.strip())]
    found = [block for block in found if block.text]
    for block, after in zip(found, [*found, Block("")][1:], strict=True):
        if block.text.endswith(":") and not re.match(r"- |\d\. |\| ", after.text):
            block.text = " ".join(SENTENCES.split(block.text)[:-1])
    return [block for block in found if block.text]


def classroom(text: str) -> str:
    """Return a paragraph, a list or a table without what only a reader of the notebook or the sheet can follow."""
    text = FOR_WHO_READS.sub("", text)
    text = re.sub(r"(?:The (?:next )?file )?`\w+\.csv`|The next file", "Our list", text)
    lines = []
    for line in text.split("\n"):
        sentences = [re.sub(r"^put (.+?),? in place of .*", r"write down \1.", part) for part in SENTENCES.split(line)]
        kept = [sentence for sentence in sentences if not is_of_the_notebook(sentence)]
        lines += [" ".join(kept)] if any(kept) else []
    text = "\n".join(lines)
    return text[:1].upper() + text[1:]


def is_of_the_notebook(sentence: str) -> bool:
    """Say whether a sentence speaks of cells, rows or the key, or has code in it that is no plain word."""
    words = [code.strip("`") for code in CODE.findall(sentence)]
    return bool(OF_THE_NOTEBOOK.search(sentence)) or not all(word.isidentifier() for word in words)


def shortened(case: str) -> str:
    """Return the first sentences of a case, as many as its words allow; no bracket stays open."""
    sentences = SENTENCES.split(re.sub(r" \([^()]*\]\(\w+\.ipynb\)\)", "", case))  # without "see lesson 06"
    for number in range(len(sentences), 0, -1):
        text = " ".join(sentences[:number])
        words = " ".join(plain(text).split())
        if len(words.split()) <= LONGEST_VOICE and words.count("(") == words.count(")"):
            return text
    return sentences[0]


def parsed(block: Block) -> Iterator[Paragraph | list[list[str]]]:
    """Give the paragraphs of a block; a table as its rows of texts."""
    for token in markdown(block.text):
        if token["type"] == "paragraph":
            yield Paragraph(list(pieces(token["children"])), asks=block.asks)
        elif token["type"] == "list":
            first = token["attrs"].get("start", 1)
            for number, item in enumerate(token["children"], first):
                is_ordered = token["attrs"]["ordered"]
                mark = [(f"{number}. ", False, False)] if is_ordered else []
                yield Paragraph([*mark, *pieces(item["children"])], not is_ordered, block.asks)
        elif token["type"] == "table":
            head, body = token["children"]
            rows = [head, *body["children"]]
            yield [["".join(text for text, *_ in pieces(cell["children"])) for cell in row["children"]] for row in rows]


def pieces(tokens: list[dict], bold: bool = False, italic: bool = False) -> Iterator[tuple[str, bool, bool]]:
    """Give the pieces of text of Markdown's tokens; a link is its words, a line's end a blank."""
    for token in tokens:
        kind = token["type"]
        if kind in ("softbreak", "linebreak"):
            yield " ", bold, italic
        elif kind == "codespan":
            yield token["raw"].replace("_", " "), bold, True
        elif "children" in token:
            yield from pieces(token["children"], bold or kind == "strong", italic or kind == "emphasis")
        elif token.get("raw"):
            yield token["raw"], bold, italic


def plain(text: str) -> str:
    """Return Markdown as plain text, a paragraph a line."""
    lines = []
    for part in parsed(Block(text)):
        if isinstance(part, Paragraph):
            lines.append("".join(text for text, *_ in part.pieces))
        else:
            lines += ["; ".join(row) for row in part]
    return "\n".join(lines)


# The plan in the notes


def add_plan(name: str, slides: list[Slide]) -> None:
    """Put the plan into the notes: each row, each text to tell and each word to say on the slide where it belongs.

    A slide without a row of its own names the minutes of the slide before.
    """
    notes: list[list[str]] = [[] for _ in slides]
    say = under(SAY, plan(name)) or ""
    saying = to_say(re.findall(r"^- (.+)$", say, re.M) or [say], slides)
    named = [(name_of(text), place) for text, place in saying]
    named += [(slide.title, index) for index, slide in enumerate(slides) if slide.kind == "text"]
    titles = PLANS.get(name, ["45 minutes"])
    steps = [index for index, slide in enumerate(slides) if slide.kind == "step"]
    rows, places, telling = [], [], []
    for number, title in enumerate(titles):
        section, session = under(title, plan(name)), f"Session {number + 1}, minutes" if len(titles) > 1 else "Minutes"
        found = re.findall(r"^\| (\d+-\d+) \| (.+?) \| ?(.*?) ?\|$", section, re.M)
        whole = [f"{what} {note}" for _, what, note in found]
        begin = steps[number * len(steps) // len(titles)] if number else 0  # each session has its share of the steps
        there = stand(whole, slides, named, begin)
        telling += [(text, there[row]) for text, row in to_tell(section, whole)]
        rows += [f"{session} {minutes}: {what}." + f" ({note})" * bool(note) for minutes, what, note in found]
        places += there
    for text, place in [*zip(rows, places, strict=True), *telling]:
        notes[place].append(text)
    for text, place in saying:
        notes[place].append(f"To say. {text}")
    for index, (slide, lines) in enumerate(zip(slides, notes, strict=True)):
        if index not in places:
            above = max(row for row, place in enumerate(places) if place < index)
            lines.insert(0, f"{rows[above].split(':')[0]}, still.")
        slide.notes = [plain(line) for line in lines + slide.notes]


def stand(rows: list[str], slides: list[Slide], named: list[tuple[str, int]], begin: int) -> list[int]:
    """Return the slide of each row of the plan; the first row has the slide ``begin``, none has an earlier one.

    A row stands where its ticket, its claim, its chart or its prediction is, or where something ``named`` stands whose
    name it has. Any other row stands with the row above, behind the charts of that row.
    """
    kinds = [slide.kind for slide in slides]
    charts = [index for index, kind in enumerate(kinds) if kind == "chart"]
    places, here = [begin], max(begin, following(kinds, "step", begin) if begin == 0 else begin)
    for row in rows[1:]:
        ordinal = re.search(rf"\b({'|'.join(ORDER)}) chart\b", row)
        chart = charts[ORDER.index(ordinal.group(1))] if ordinal else following(kinds, "chart", here)
        has_chart = bool(re.search(r"\b(?:charts?|debrief)\b|^the map", row)) and chart > here
        asked = following(kinds, "asks", here)
        if has_chart and ordinal:
            asked = max([index for index in range(here, chart) if kinds[index] == "asks"], default=chart)
        known = [place for name, place in named if place >= here and _stems(name) and _stems(name) <= _stems(row)]
        if "exit ticket" in row:
            place = kinds.index("exit")
        elif re.search(r"\bvoices? by lot|\bCL\d\d\b.*\bjudgements|two words for CL", row):
            place = kinds.index("voices" if "voices" in kinds else "verdict")
        elif known:
            place = known[0]
        elif "prediction" in row:
            place = asked
        else:
            place = chart if has_chart else here
        places.append(place)
        here, until = place, following(kinds, "chart", place)
        if "leaf turned" in row and kinds[place] == "asks":  # all predictions are written, up to the next chart
            here = max(index for index in range(place, until) if kinds[index] == "asks")
        if has_chart:
            last_one = charts[-1] if "charts" in row else chart if ordinal or kinds[place] == "chart" else until
            here = max(here, last_one + (kinds[last_one + 1] == "titled"))
    return places


def following(kinds: list[str], kind: str, here: int) -> int:
    """Return the next slide of a kind after a slide; the slide itself where none follows."""
    return next((index for index in range(here + 1, len(kinds)) if kinds[index] == kind), here)


def to_tell(section: str, rows: list[str]) -> Iterator[tuple[str, int]]:
    """Give each text below a table of minutes with the number of the row that calls for it.

    A text has a name in bold, of which that row has most words. What has no name goes with the text above it when it
    begins in italics or is a table, else with the first row.
    """
    row = 0
    for text in re.split(r"\n{2,}", section.strip()):
        if re.match(r"\| minute", text):
            continue
        if name := name_of(text):
            shared = [len(_stems(name) & _stems(what)) for what in rows]
            if number := re.match(r"Text (\w+)", name):
                shared = [len(re.findall(rf"\btexts? (?:\w+ and )?{number.group(1)}\b", what)) for what in rows]
            row = shared.index(max(shared)) if max(shared) else row
        elif not re.match(r"\*|\|", text):
            row = 0
        yield text, row


def to_say(lines: list[str], slides: list[Slide]) -> list[tuple[str, int]]:
    """Return what to say, each with its slide: one for each prediction or step, in order.

    Where there is more to say than predictions, each goes to the slide that has the words of its name, or with the
    line above.
    """
    asked = [index for index, slide in enumerate(slides) for _ in range(slide.predictions)]
    steps = [index for index, slide in enumerate(slides) if slide.kind == "step"]
    for places in (asked, steps):
        if len(places) == len(lines):
            return list(zip(lines, places, strict=True))
    found, here = [], asked[0]
    for line in lines:
        have = [index for index in asked if _stems(name_of(line)) <= _stems(text_of(slides[index]))]
        here = have[0] if have else here
        found.append((line, here))
    return found


def name_of(text: str) -> str:
    """Return the name in bold with which a text of the plan begins; "" where it has none."""
    found = re.match(r"\*\*(.+?)[.,:?]?\*\*", text)
    return found.group(1) if found else ""


def text_of(slide: Slide) -> str:
    """Return all text of a slide: its title, and what its columns have."""
    return " ".join([slide.title, *(block.text for column in slide.columns for block in column)])


def _stems(text: str) -> set[str]:
    """Return the beginnings of the words of a text that say what it is about."""
    return {word[:5] for word in re.findall(r"[^\W_]{3,}", text.casefold()) if word not in IDLE}


# The file


def write(slides: list[Slide], path: Path) -> None:
    """Write slides as an editable file for PowerPoint, LibreOffice and Keynote."""
    deck = template()
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for slide in slides:
        kind = ["Title Only", "Title and Content", "Two Content"][len(slide.columns)]
        kind = "Title Slide" if slide.kind == "cover" else kind
        boxes, page = LAYOUTS[kind], deck.slides.add_slide(layouts[kind])
        title, *bodies = sorted(page.placeholders, key=lambda shape: shape.placeholder_format.idx)
        sizes = COVER_SIZES if slide.kind == "cover" else TITLE_SIZES
        named = [Paragraph([(slide.title, True, False)])]
        fill(title.text_frame, named, fit(slide.title, [named], boxes[:1], sizes))
        contents = [[part for block in column for part in parsed(block)] for column in slide.columns]
        size = fit(slide.title, contents, boxes[1:], SIZES)
        for body, content, box in zip(bodies, contents, boxes[1:], strict=True):
            fill(body.text_frame, [part for part in content if isinstance(part, Paragraph)], size)
            for rows in (part for part in content if not isinstance(part, Paragraph)):
                top = box[3] - _height([rows], box[2], size)
                place(body, (*box[:3], top))
                draw_table(page, rows, (box[0], box[1] + top, box[2], box[3] - top), size)
        if slide.png:
            draw_picture(page, slide)
        number_of = next(shape for shape in layouts[kind].placeholders if shape.placeholder_format.idx == 12)
        page.shapes._spTree.append(deepcopy(number_of.element))
        if slide.kind == "exit":
            place(bodies[0], (*BODY[:3], CREDIT[1] - BODY[1]))
            credit = page.shapes.add_textbox(*map(Inches, CREDIT))
            credit.name = "Credit"
            fill(credit.text_frame, [Paragraph([(f"{citation()['title']}, CC BY 4.0", False, False)])], SIZES[-1])
        fill(page.notes_slide.notes_text_frame, [Paragraph([(text, False, False)]) for text in slide.notes], None)
    deck.core_properties.title = slides[0].title
    deck.core_properties.author = citation()["authors"][0]["name"]
    deck.core_properties.language = "en-US"
    deck.save(path)


def template():
    """Return an empty deck of the shape 16:9 with the layouts that we use: black on white, left, nothing else."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = map(Inches, PAGE)
    for layout in list(deck.slide_layouts):
        if layout.name not in LAYOUTS:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    styles = master.element.find(qn("p:txStyles"))
    theme = master.part.part_related_by(RT.THEME)
    theme._blob = theme.blob.replace(b"Calibri", FONT.encode())
    for level in styles.iter(*(qn(f"a:lvl{number}pPr") for number in range(1, 10))):
        level.set("algn", "l")
    for letters in (letters for letters in styles.iter(qn("a:defRPr")) if letters.get("sz")):
        letters.set("sz", str(100 * max(SIZES[-1], min(SIZES[0], int(letters.get("sz")) // 100))))
    styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr")).find(qn("a:defRPr")).set("b", "1")
    for level, indent in (("a:lvl1pPr", 0), ("a:lvl2pPr", INDENT)):
        style = styles.find(qn("p:bodyStyle")).find(qn(level))
        style.set("marL", str(Inches(indent)))
        style.set("indent", str(-Inches(indent)))
        style.find(qn("a:buChar")).set("char", "•")
    first = styles.find(qn("p:bodyStyle")).find(qn("a:lvl1pPr"))
    first.replace(first.find(qn("a:buChar")), first.makeelement(qn("a:buNone"), {}))
    for page in (master, *deck.slide_layouts):
        boxes = iter(LAYOUTS.get(page.name, [TITLE, BODY]))
        for shape in sorted(page.placeholders, key=lambda shape: shape.placeholder_format.idx):
            kind = shape.placeholder_format.type
            if kind in (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER):
                shape.element.getparent().remove(shape.element)
                continue
            for style in shape.element.iter(qn("a:lstStyle")):
                style.clear()
            is_number = kind == PP_PLACEHOLDER.SLIDE_NUMBER
            place(shape, NUMBER if is_number else next(boxes))
            for letters in shape.element.iter(qn("a:rPr")) if is_number else ():
                letters.set("sz", str(100 * SIZES[-1]))
    return deck


def place(shape, box: tuple) -> None:
    """Put a shape into a box in inches."""
    shape.left, shape.top, shape.width, shape.height = map(Inches, box)


def fill(frame, content: list[Paragraph], size: int | None) -> None:
    """Write paragraphs into a text frame, in letters of one size in points (None: of the frame's own)."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for number, paragraph in enumerate(content):
        line = frame.add_paragraph() if number else frame.paragraphs[0]
        line.level = int(paragraph.is_item)
        line.space_before = Pt(round(GAP * size)) if size and number else Pt(0)
        for text, bold, italic in paragraph.pieces:
            for piece in re.split(f"({KOREAN.pattern})", text):
                if not piece:
                    continue
                run = line.add_run()
                run.text, run.font.bold, run.font.italic = piece, bold or paragraph.asks, italic
                run.font.size = Pt(size) if size else None
                is_korean = KOREAN.fullmatch(piece)
                run.font.language_id = MSO_LANGUAGE_ID.KOREAN if is_korean else MSO_LANGUAGE_ID.ENGLISH_US
                if paragraph.asks:
                    run.font.color.rgb = ACCENT


def draw_picture(page, slide: Slide) -> None:
    """Draw a chart as large as its box allows, in its own proportions, with its text alternative."""
    left, top, width, height = CHART
    wide, high = Image.open(io.BytesIO(slide.png)).size
    scale = min(width / wide, height / high)
    place_of = (left + (width - wide * scale) / 2, top, wide * scale, high * scale)
    shape = page.shapes.add_picture(io.BytesIO(slide.png), *map(Inches, place_of))
    shape.name = "Chart"
    shape.element.nvPicPr.cNvPr.set("descr", slide.alt)


def draw_table(page, rows: list[list[str]], box: tuple, size: int) -> None:
    """Draw a table with lines and no colours, its first row bold."""
    table = page.shapes.add_table(len(rows), len(rows[0]), *map(Inches, box)).table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = GRID
    for column, width in zip(table.columns, widths(rows, box[2]), strict=True):
        column.width = Inches(width)
    for number, row in enumerate(rows):
        table.rows[number].height = Inches(row_height(row, widths(rows, box[2]), size))
        for cell, text in zip(table.rows[number].cells, row, strict=True):
            fill(cell.text_frame, [Paragraph([(text, number == 0, False)])], size)


def widths(rows: list[list[str]], width: float) -> list[float]:
    """Return the widths of a table's columns in inches: by their longest text, none below a fifth."""
    longest = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    shares = [max(share / sum(longest), 0.2) for share in longest]
    return [width * share / sum(shares) for share in shares]


def fit(title: str, columns: list[list], boxes: list[tuple], sizes: tuple[int, ...]) -> int:
    """Return the first size in points in which all columns fit their boxes; raises ``CannotBuild`` where none does."""
    for size in sizes:
        if all(_height(column, box[2], size) <= box[3] for column, box in zip(columns, boxes, strict=True)):
            return size
    raise CannotBuild(f"The text of the slide “{title}” does not fit its box at {sizes[-1]} points.")


def height(shown: list[Block], box: tuple, size: int) -> float:
    """Return how high blocks stand in the width of a box, in inches, at a size in points."""
    return _height([part for block in shown for part in parsed(block)], box[2], size)


def _height(content: list[Paragraph | list[list[str]]], width: float, size: int) -> float:
    """Return how high paragraphs and tables stand, in inches; measured in a wider type, so they take no more."""
    total = INSET - GAP * size / 72
    for part in content:
        if isinstance(part, Paragraph):
            text = "".join(text for text, *_ in part.pieces)
            total += (lines(text, width - 2 * INSET - INDENT * part.is_item, size) * LINE + GAP) * size / 72
        else:
            columns = widths(part, width)
            total += sum(row_height(row, columns, size) for row in part)
    return total


def row_height(row: list[str], columns: list[float], size: int) -> float:
    """Return how high the row of a table stands in columns of these widths, in inches."""
    most = max(lines(text, width - 2 * INSET, size) for text, width in zip(row, columns, strict=True))
    return most * LINE * size / 72 + INSET


def lines(text: str, width: float, size: int) -> int:
    """Return how many lines a text takes in a width in inches at a size in points."""
    number, used = 1, 0.0
    for word in text.split():
        wide = _width(word) * size / 72
        blank = _width(" ") * size / 72 if used else 0
        if used and used + blank + wide > width:
            number, used, blank = number + 1, 0.0, 0
        used += blank + wide
    return number


@cache
def _width(word: str) -> float:
    """Return the width of a word in letters of one inch; a Korean letter, which the type lacks, is as wide as a W."""
    font = ImageFont.truetype(findfont(MEASURED), 100)
    return font.getlength(re.sub("[가-힣]", "W", word)) / 100
