"""Every word of the prose stands in a dictionary, in the lists of names, or in tests/words.txt.

The dictionary is that of pyspellchecker: pure Python, kept up, no package of the system. It is American; what the texts
spell in the British way stands in words.txt, with the words of the field. So does a rare word that is one letter away
from a very frequent one ("sale", "same"): elsewhere that is a slip which no dictionary finds.
"""

import ast
import functools
import random
import re
from collections import Counter
from pathlib import Path

from spellchecker import SpellChecker

from course import NAMES, NOTEBOOKS, ROOT, TEACHING, code, read, texts
from damage import misspelt

DICTIONARY = SpellChecker(distance=1)
LIST = Path(__file__).with_name("words.txt")
LETTER = "A-Za-zÀ-ɏ"
WORD = re.compile(rf"(?<!\w)[{LETTER}]+(?:['’][{LETTER}]+)*(?!\w)")
# Code, addresses, tags, and names of files, columns and functions.
ASIDE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|https?://\S+|<[^>]+>|\w*_\w*|\w+(?:\.\w+)+|\w+[(=]", re.S)
OFTEN = 100  # uses from which a word makes a rare one beside it look like its slip
TRIED, FOUND = 1000, 0.93  # misspellings; share of them that has to be found


@functools.cache
def prose() -> list[tuple[str, str]]:
    """Return all prose that a reader meets, each piece with its place; code, addresses and tags are left out."""
    found = []
    for name in NAMES:
        found += [(f"{name}, {cell.id}", cell.source) for cell in texts(name)]
        found += [(f"{name}, {cell.id}", text) for cell in code(name) for text in strings(cell.source)]
    for file in sorted((NOTEBOOKS / "alliance" / "exercises").glob("*.py")):
        found += [(file.name, text) for text in strings(file.read_text("utf-8"))]
    for file in pages():
        found.append((file.relative_to(ROOT).as_posix(), file.read_text("utf-8")))
    return [(place, ASIDE.sub(" . ", text)) for place, text in found]


def pages() -> list[Path]:
    """Return all pages, and the quizzes."""
    folders = (".github", "data", "editions", "figures", "templates")
    below = [path for folder in folders for path in (ROOT / folder).rglob("*.md")]
    written = [path for path in [*ROOT.glob("*.md"), *below] if "built" not in path.parts]
    return sorted([*written, *TEACHING.rglob("*.md"), *TEACHING.rglob("quiz.txt")])


def strings(source: str) -> list[str]:
    """Return the texts in code: its strings of more than one word."""
    found = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return [value for value in found if isinstance(value, str) and " " in value]


def words(text: str) -> list[str]:
    """Return the words of a text, without the 's of a genitive."""
    return [re.sub(r"['’]s$", "", word) for word in WORD.findall(text)]


@functools.cache
def used() -> Counter[str]:
    """Return how often each word is used in all prose, in small letters."""
    return Counter(word.lower() for _, text in prose() for word in words(text))


@functools.cache
def listed() -> set[str]:
    """Return the words of words.txt."""
    return set(LIST.read_text("utf-8").lower().split())


@functools.cache
def names() -> set[str]:
    """Return the words of the lists of persons, places and sources, and the terms of the glossary."""
    sources = read("sources")
    cells = [read("people")["name"], read("places")["place"], sources["institution"], sources["via"].dropna()]
    terms = re.findall(r"^\| ([^|]+) \|", (TEACHING / "glossary.md").read_text("utf-8"), re.M)
    return {word.lower() for column in [*cells, terms] for cell in column for word in words(cell)}


def is_known(word: str) -> bool:
    """Say whether a word in small letters stands in the dictionary or in a list of names."""
    return len(word) == 1 or word in DICTIONARY or word in names()


def slip(word: str, uses: int) -> str | None:
    """Return the very frequent word of which a word that is used once looks like a slip."""
    if uses > 1 or word in names() or len(word) == 1:
        return None
    near = [other for other in DICTIONARY.edit_distance_1(word) if used()[other] >= OFTEN]
    return max(near, key=lambda other: used()[other], default=None)


def is_wrong(word: str, uses: int) -> bool:
    """Say whether a word in small letters that is used so often is misspelt, or looks so."""
    return word not in listed() and (not is_known(word) or slip(word, uses) is not None)


def nearest(word: str) -> str:
    """Return the word that may have been meant: the one most used here, or in the dictionary."""
    near = [other for other in DICTIONARY.edit_distance_1(word) if is_known(other) or other in listed()]
    return max(near, key=lambda other: (used()[other], DICTIONARY[other]), default="none")


def test_every_word_is_spelled_right():
    wrong = {word for word, uses in used().items() if is_wrong(word, uses)}
    found = [
        f"{place}: {word} (nearest word: {nearest(word.lower())})"
        for place, text in prose()
        for word in sorted(set(words(text)))
        if word.lower() in wrong
    ]
    assert not found, "\n".join(
        ["mend it, or add it: a person to data/people.csv, another word to tests/words.txt", *found]
    )


def test_the_list_of_words_is_short():
    lines = LIST.read_text("utf-8").splitlines()
    assert lines == sorted(set(lines), key=str.lower), "tests/words.txt: one word a line, sorted, none twice"
    for word in lines:
        assert used()[word.lower()], f"tests/words.txt: {word} is used nowhere; take it out"
        needed = not is_known(word.lower()) or slip(word.lower(), uses=1)
        assert needed, f"tests/words.txt: {word} is known without it; take it out"


def test_nearly_every_misspelling_is_found():
    draw = random.Random(1)
    written = [word for _, text in prose() for word in words(text) if word.islower() and len(word) > 3]
    tried = [misspelt(word, draw) for word in draw.sample(written, TRIED)]
    unseen = [word for word in tried if not is_wrong(word, used()[word] + 1)]
    assert len(unseen) <= (1 - FOUND) * TRIED, f"{len(unseen)} of {TRIED}: {unseen}"


def test_code_and_addresses_are_left_out():
    text = "Read [`kaesong`](a.md) in kaesong.csv, musd_2, sum(x), CL03 and <b>Seoul's</b> won’t, https://x.org/qqq"
    assert words(ASIDE.sub(" . ", text)) == ["Read", "in", "x", "and", "Seoul", "won’t"]
