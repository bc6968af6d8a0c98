"""The claims of the article: two judgements, each with its reason, and the day of the article kept apart from now."""

import re

import pytest

from course import read

CLAIMS = read("article_claims").fillna("")
THE_DAY = (2021, 3, 15)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
SEASONS = {"winter": 1, "spring": 4, "summer": 7, "autumn": 10, "fall": 10}
NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
NAMES += r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?|winter|[Ss]pring|[Ss]ummer|[Aa]utumn"
DATE = re.compile(rf"\b(?:(\d{{1,2}}) )?({NAMES})(?: (\d{{4}}))?|\b((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?")
HINDSIGHT = re.compile(
    r"\b(later|afterwards|since then|next (?:year|government)|twenty[ -]twenty|two thousand)\b", re.I
)


def too_late(text: str) -> list[str]:
    """Return what in ``text`` points past the day of the article: dates, months without a year, words of hindsight."""
    found = [match.group() for match in HINDSIGHT.finditer(text)]
    for sentence in re.split(r"(?<=[.;:?!]) ", text):
        year = None
        for match in reversed(list(DATE.finditer(sentence))):
            day, name, year_after, alone, month, iso_day = match.groups()
            if name:
                year = year_after or year
                number = SEASONS.get(name.lower()) or MONTHS.index(name[:3].lower()) + 1
                date = (int(year), number, int(day or 1)) if year else (9999,)
            else:
                year = alone
                date = (int(alone), int(month or 12), int(iso_day or 31))
            if date > THE_DAY:
                found.append(match.group())
    return found


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("Signed on 8 April 2021.", 1),
        ("Signed in April and August 2021.", 2),
        ("Struck down in September of 2023.", 1),
        ("In spring 2021 it changed.", 1),
        ("On 16 March 2021 and on 2021-03-18.", 2),
        ("It was so in 2021.", 1),
        ("The court changed it later.", 1),
        ("In June the North threatened.", 1),
        ("In August and October 2018, on 15 March 2021, in 2020 and on 26 to 28 February 2021.", 0),
        ("It may be so; a march in May 2020.", 0),
    ],
)
def test_hindsight_is_found(text, late):
    assert len(too_late(text)) >= late
    assert bool(too_late(text)) == bool(late)


@pytest.mark.parametrize("row", list(CLAIMS.itertuples()), ids=list(CLAIMS["claim_id"]))
def test_each_judgement_keeps_the_rule(row):
    if row.made_by == "author":
        assert row.was_it_said == "own words"
    else:
        assert row.made_by.endswith(" (reported)")
        assert row.was_it_said in ("yes", "in part", "no")
        assert row.said_reason, "a judgement on words needs a reason"
    assert row.known_2021 or row.known_now, "a judgement on the content needs a reason"
    assert too_late(row.said_reason) == [], "words are judged by texts up to 15 March 2021"
    assert too_late(row.known_2021) == [], "this was not known on 15 March 2021"
    for text in (row.said_reason, row.known_2021, row.known_now):
        assert text == text.strip()
        assert not text or text.endswith(".")
        assert len(text.split()) <= 48
        assert "verdict" not in text


def test_judgements_are_counted_as_published():
    said = {"own words": 26, "yes": 12, "in part": 5, "no": 1}
    assert CLAIMS["was_it_said"].value_counts().to_dict() == said
    so = {"supported": 19, "partly supported": 11, "contested": 7, "not testable": 5, "contradicted": 2}
    assert CLAIMS["is_it_so"].value_counts().to_dict() == so


def test_the_card_on_the_overtures_counts_as_the_record_does():
    offers = read("event_record").query("category == 'overture' and actor == 'ROK' and reply != 'not_established'")
    late = offers[offers["date"] >= "2019-03"]["reply"].value_counts().to_dict()
    assert late == {"reject": 5, "no_reply": 5}
    assert list(offers[offers["date"].str.startswith("2018")]["reply"]) == 3 * ["accept"]
    card = CLAIMS.set_index("claim_id").loc["CL38", "known_2021"]
    assert "none of ten offers was accepted; five were refused, five met silence. In 2018 all three" in card


def test_claims_are_numbered_and_stand_in_their_paragraphs():
    assert list(CLAIMS["claim_id"]) == [f"CL{number:02d}" for number in range(1, 45)]
    paragraphs = read("article_paragraphs").set_index("paragraph")["dispute"].str.split(";")
    assert set(paragraphs.explode()) == set(CLAIMS["dispute"])


def test_no_third_line():
    assert "verdict" not in CLAIMS.columns
