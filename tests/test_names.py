"""Persons: whoever the prose names stands in data/people.csv and is spelled as there, in Latin letters and hangul."""

import calendar
import functools
import random
import re

import pytest

from course import DATA, read
from damage import misspelt
from test_spelling import DICTIONARY, LETTER, listed, names, prose, words

PEOPLE = read("people").fillna("")
PARTS = [part for name in PEOPLE["name"] for part in name.split() if not part.endswith(".")]
FIRST = {name.split()[0] for name in PEOPLE["name"]} & set(PARTS)
GIVEN = {name.split()[1] for name in PEOPLE["name"][PEOPLE["side"].str.contains("ROK|DPRK")]}
NAME = rf"(?<![\w-])[A-ZÀ-Ž](?:[{LETTER}]|(?<=[a-z])-)*"  # "Moon", "Jae-in"
PAIR = re.compile(rf"(?=({NAME}) ({NAME}))")
# Institutions bear names, too, and a quotation keeps the spelling of its source.
NAMED = [*PEOPLE["name"], *read("sources")["institution"], *read("law_reactions")["words"]]
PAIRS = set(PAIR.findall("\n".join(NAMED)))
KOREAN = r"[A-Z][a-z]{1,5}-[a-z]{1,5}"  # a given name of two syllables
EVERYDAY = 100_000  # uses of a word in the dictionary from which it is not taken for a misspelt name
TRIED, FOUND = 300, 0.94  # misspelt names; share of them that has to be found


@functools.cache
def near() -> dict[str, str]:
    """Return each word, in small letters, that is one letter away from a name, with that name."""
    found = {word: part for part in PARTS for word in DICTIONARY.edit_distance_1(part.lower())}
    syllables = {syllable.lower() for part in PARTS for syllable in part.split("-")}
    other = small() | listed() | (names() - syllables) | {month.lower() for month in calendar.month_abbr}
    return {word: part for word, part in found.items() if word not in other and DICTIONARY[word] < EVERYDAY}


@functools.cache
def small() -> set[str]:
    """Return the words that the prose writes with a small letter."""
    return {word for _, text in prose() for word in words(text) if word[0].islower()}


def wrong_names(text: str) -> list[str]:
    """Return what a text writes like the name of a person and people.csv does not have."""
    others = set(re.findall(NAME, text)) - set(PARTS)
    found = [f"{name} (or {near()[name.lower()]}?)" for name in others if name.lower() in near() and not name.isupper()]
    for first, second in set(PAIR.findall(text)) - PAIRS:
        unlisted = re.fullmatch(KOREAN, second) and first.lower() not in small()
        if first in FIRST | GIVEN or second in GIVEN or unlisted:
            found.append(f"{first} {second}")
    return found


def test_every_person_of_the_prose_is_listed_and_spelled_right():
    found = [f"{place}: {name}" for place, text in prose() for name in wrong_names(text)]
    assert not found, "\n".join(["mend the name, or add the person to data/people.csv", *found])


def test_every_person_is_named():
    tables = [path.read_text("utf-8") for path in DATA.glob("*.csv") if path.name not in ("people.csv", "sources.csv")]
    whole = "\n".join([*(text for _, text in prose()), *tables])
    named = set(re.findall(NAME, whole)) - {part for part in PARTS if PARTS.count(part) > 1}
    for name in PEOPLE["name"]:
        dated = rf"\b{name.split()[-1]} \(?(?:19|20)\d\d"  # "Suh (2019)"
        is_named = named & set(name.split()) or name in whole or re.search(dated, whole)
        assert is_named, f"{name} is named nowhere: take the row out of data/people.csv"


def test_hangul_beside_a_name_is_that_of_the_person():
    korean = PEOPLE.set_index("name")["korean"]
    beside = re.compile(rf"({'|'.join(map(re.escape, korean.index))})\W{{0,6}}\(([가-힣][가-힣 ]*)\)")
    for place, text in prose():
        for name, hangul in beside.findall(text):
            assert hangul == korean[name], f"{place}: {name} is {korean[name]} in data/people.csv"


def test_names_of_koreans_have_their_hangul():
    for person in PEOPLE.itertuples():
        if re.search(r"ROK|DPRK", person.side) or re.fullmatch(f"{NAME} {KOREAN}", person.name):
            assert re.search("[가-힣]", person.korean), f"data/people.csv: {person.name} lacks the name in hangul"


@pytest.mark.parametrize("name", ["Moon Jae-un", "Chung Eui-young", "Harry Haris", "Kim Jong-un", "Kim Jae-in"])
def test_a_misspelt_name_is_found(name):
    assert wrong_names(f"On 17 March 2021 {name} said so.")


@pytest.mark.parametrize("name", ["Cho Tae-yong", "Robert Gallucci", "Kim Yong Nam"])
def test_a_person_who_is_not_listed_is_found(name):
    assert wrong_names(f"On 17 March 2021 {name} said so.")


def test_nearly_every_misspelt_name_is_found():
    draw = random.Random(1)
    lines = [line for _, text in prose() for line in text.splitlines()]
    places = [(line, match) for line in lines for match in re.finditer(NAME, line) if match.group() in PARTS]
    unseen = []
    for line, match in draw.sample(places, TRIED):
        name = misspelt(match.group().lower(), draw).capitalize()
        if not wrong_names(line[: match.start()] + name + line[match.end() :]):
            unseen.append(f"{name} for {match.group()}")
    assert len(unseen) <= (1 - FOUND) * TRIED, f"{len(unseen)} of {TRIED}: {unseen}"
