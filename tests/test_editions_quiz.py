"""The question banks: eight questions a lesson that a platform can import, and that their form does not give away."""

import re
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pytest

from course import FURTHER, NAMES, TEACHING, texts
from test_prose import missing

pytest.importorskip("text2qti")

import quiz

BANKS = [name for name in NAMES if name not in FURTHER]
QUESTIONS, AT_MOST = 8, 4  # in a bank; of them with the right choice at one letter, or as the longest
WORDS = {"stem": 45, "choice": 20, "feedback": 30}
INVENTED = re.compile(r"\b[Cc]ountr(?:y|ies) [XYZ]\b|\b[Ii]nvented\b")
# A damage to a good bank, and what the sentence says of it.
DAMAGES = {
    "no right choice": (r"^\*(\w\))", r" \1", "incorrect indentation"),
    "all wrong": (r"^\*(\w\))", r"\1", "must specify a correct choice"),
    "two right": (r"^b\)", "*b)", "must specify only one correct choice"),
    "no blank": (r"^b\) +", "b)", "Missing whitespace"),
    "one choice twice": (r"^(b\) +.*)\n(\.\.\. .*)\n", r"\1\n\2\n\1\n\2\n", "Duplicate choice"),
    "no questions": (r"(?s)^Title:.*", "", "No questions"),
}


def questions(name: str) -> list:
    """Return the questions of a lesson's bank, as text2qti reads them."""
    return quiz.read(TEACHING / name / "quiz.txt").questions_and_delims


def right(question):
    """Return the right choice of a question."""
    return next(choice for choice in question.choices if choice.correct)


@pytest.mark.parametrize("name", BANKS)
def test_a_bank_has_eight_questions_and_every_choice_an_answer(name):
    heading = re.match(r"# (.*)", texts(name)[0].source).group(1)
    assert quiz.read(TEACHING / name / "quiz.txt").title_raw == f"{name[:2]} {heading}"
    assert len(questions(name)) == QUESTIONS
    for question in questions(name):
        assert question.title_raw and question.feedback_raw, "a title, and where in the lesson it stands"
        assert question.type == "multiple_choice_question" and 3 <= len(question.choices) <= 4, question.title_raw
        assert sum(choice.correct for choice in question.choices) == 1, question.title_raw
        assert all(choice.feedback_raw for choice in question.choices), question.title_raw


@pytest.mark.parametrize("name", BANKS)
def test_the_form_does_not_give_the_right_choice_away(name):
    letters = Counter(question.choices.index(right(question)) for question in questions(name))
    assert max(letters.values()) <= AT_MOST, letters
    longest = []
    for question in questions(name):
        others = [len(choice.choice_raw) for choice in question.choices if not choice.correct]
        longest += [question.title_raw] if len(right(question).choice_raw) > max(others) else []
        assert not re.search(r"of the above|of these$", " ".join(choice.choice_raw for choice in question.choices))
    assert len(longest) <= AT_MOST, longest


@pytest.mark.parametrize("name", BANKS)
def test_a_tired_student_can_read_it(name):
    for question in questions(name):
        parts = [("stem", question.question_raw), ("feedback", question.feedback_raw)]
        parts += [("choice", choice.choice_raw) for choice in question.choices]
        parts += [("feedback", choice.feedback_raw) for choice in question.choices]
        for part, text in parts:
            assert len(text.split()) <= WORDS[part], f"{question.title_raw}: {text}"


@pytest.mark.parametrize("name", BANKS)
def test_every_number_stands_in_the_lesson_or_is_of_an_invented_country(name):
    """In a wrong choice a number may be wrong."""
    for question in questions(name):
        if not INVENTED.search(question.question_raw):
            said = [question.question_raw, right(question).choice_raw]
            said += [choice.feedback_raw for choice in question.choices]
            for text in said:
                assert missing((name,), text) == [], f"{question.title_raw}: {text}"


def test_the_packages_hold_the_questions(tmp_path):
    assert quiz.build(tmp_path) == f"{len(BANKS)} question banks, {len(BANKS) * QUESTIONS} questions"
    packages = sorted((tmp_path / "quiz").iterdir())
    assert [package.stem for package in packages] == BANKS
    for package in packages:
        with zipfile.ZipFile(package) as packed:
            (items,) = (name for name in packed.namelist() if "assessment_" in name and "meta" not in name)
            root = ElementTree.fromstring(packed.read(items))
        found = [element.tag.rpartition("}")[2] for element in root.iter()]
        assert found.count("item") == QUESTIONS
        assert found.count("response_label") == sum(len(question.choices) for question in questions(package.stem))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_bank_ends_in_a_sentence(tmp_path, damage):
    pattern, other, what = DAMAGES[damage]
    bank = tmp_path / "quiz.txt"
    text = (TEACHING / BANKS[0] / "quiz.txt").read_text("utf-8")
    bank.write_text(re.sub(pattern, other, text, count=1, flags=re.M), encoding="utf-8")
    with pytest.raises(quiz.CannotBuild) as raised:
        quiz.read(bank)
    sentence = str(raised.value)
    assert sentence.startswith(bank.as_posix()) and what in sentence and "\n" not in sentence
    assert damage == "no questions" or re.search(r"at line \d+", sentence)


def test_a_bank_in_another_encoding_ends_in_a_sentence(tmp_path):
    bank = tmp_path / "quiz.txt"
    bank.write_bytes("Quiz title: 시작\n".encode("cp949"))
    with pytest.raises(quiz.CannotBuild, match="is not saved as UTF-8"):
        quiz.read(bank)
