"""The sheet that computes what a class gained between the two rounds of a learning check."""

from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_range_abs, xl_rowcol_to_cell

from common import fresh

QUESTIONS, STUDENTS, MOST = 6, 60, 2
FULL = QUESTIONS * MOST
FIRST, LAST = 2, STUDENTS + 1  # rows of students, counted from 0, as the columns
CODE, BEFORE, AFTER, SUMS = 0, 1, 1 + QUESTIONS, 1 + 2 * QUESTIONS
BEFORE_SUM, AFTER_SUM, DIFFERENCE, GAIN, NOTE = range(SUMS, SUMS + 5)
HEADINGS = [f"{when} {question}" for when in ("before", "after") for question in range(1, QUESTIONS + 1)]
HEADINGS = ["code", *HEADINGS, "before", "after", "difference", "gain", "note"]
HELP = "Points: 0, 1 or 2. A row with another or a missing entry is left out, and the note says why."
UNPROVEN = "The check is unproven until a class has used it: learning_check says what these numbers cannot show."


def build(out: Path) -> str:
    """Write the sheet into ``out``/gain and return what was made."""
    with xlsxwriter.Workbook(fresh(out / "gain") / "learning_check.xlsx") as book:
        points(book)
        summary(book)
    return f"a sheet for {STUDENTS} students"


def points(book: xlsxwriter.Workbook) -> None:
    """Add the sheet to type into: a row for each student with code, points, sums, gain and a note."""
    sheet, bold = book.add_worksheet("points"), book.add_format({"bold": True})
    free = book.add_format({"locked": False})
    sheet.write(0, 0, HELP)
    sheet.write_row(1, 0, HEADINGS, bold)
    for row in range(FIRST, LAST + 1):
        for column in range(SUMS):
            sheet.write_blank(row, column, None, free)
        for column, formula in of_a_student(row).items():
            sheet.write_formula(row, column, formula, value="")
    entries = (FIRST, BEFORE, LAST, SUMS - 1)
    allowed = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": MOST}
    sheet.data_validation(*entries, allowed | {"error_title": "Points", "error_message": HELP})
    first, note = xl_rowcol_to_cell(FIRST, BEFORE), xl_rowcol_to_cell(FIRST, NOTE, col_abs=True)
    wrong = f'=AND(LEFT({note},4)="left",NOT(AND(ISNUMBER({first}),OR({first}=0,{first}=1,{first}=2))))'
    marked = book.add_format({"bg_color": "#F4C7C3", "border": 2})
    sheet.conditional_format(*entries, {"type": "formula", "criteria": wrong, "format": marked})
    sheet.set_column(CODE, CODE, 12)
    sheet.set_column(NOTE, NOTE, 50)
    sheet.freeze_panes(FIRST, BEFORE)
    sheet.protect()  # without a password: nobody types over a formula by mistake


def of_a_student(row: int) -> dict[int, str]:
    """Return the formulas of a row by their column."""
    code, before, after, note = (xl_rowcol_to_cell(row, column) for column in (CODE, BEFORE_SUM, AFTER_SUM, NOTE))
    entries = f"{xl_rowcol_to_cell(row, BEFORE)}:{xl_rowcol_to_cell(row, SUMS - 1)}"
    good = "+".join(f"({entries}={point})" for point in range(MOST + 1))
    said = [
        (f"COUNTA({code},{entries})=0", ""),
        (f'{code}=""', "left out: the code is missing"),
        (f"SUMPRODUCT(--({of_all(CODE)}={code}))>1", "left out: this code stands twice"),
        (f"COUNTA({entries})<{2 * QUESTIONS}", "left out: an entry is missing"),
        (f"SUMPRODUCT(ISNUMBER({entries})*({good}))<{2 * QUESTIONS}", "left out: an entry is not 0, 1 or 2"),
    ]
    sentence = "".join(f'IF({condition},"{words}",' for condition, words in said)
    counted = {
        BEFORE_SUM: f"SUM({xl_rowcol_to_cell(row, BEFORE)}:{xl_rowcol_to_cell(row, AFTER - 1)})",
        AFTER_SUM: f"SUM({xl_rowcol_to_cell(row, AFTER)}:{xl_rowcol_to_cell(row, SUMS - 1)})",
        DIFFERENCE: f"{after}-{before}",
        GAIN: f'IF({before}<{FULL},({after}-{before})/({FULL}-{before}),"none")',
    }
    formulas = {column: f'=IF({note}="counted",{formula},"")' for column, formula in counted.items()}
    return formulas | {NOTE: f'={sentence}"counted"{")" * len(said)}'}


def of_all(column: int) -> str:
    """Return the cells of all students in a column, as both sheets name them."""
    return f"points!{xl_range_abs(FIRST, column, LAST, column)}"


def summary(book: xlsxwriter.Workbook) -> None:
    """Add the sheet of the class: its means and its gain, and a row for each question."""
    sheet, bold = book.add_worksheet("class"), book.add_format({"bold": True})
    plain = book.add_format({"num_format": "0.00"})
    notes, differences = of_all(NOTE), of_all(DIFFERENCE)
    uncertain = f"TINV(0.05,B2-1)*STDEV({differences})/SQRT(B2)"
    rows = [
        ("students counted", f'=COUNTIF({notes},"counted")', None),
        ("rows left out", f'=SUMPRODUCT(--(LEFT({notes},4)="left"))', None),
        ("mean before", f'=IF(B2=0,"",AVERAGE({of_all(BEFORE_SUM)}))', plain),
        ("mean after", f'=IF(B2=0,"",AVERAGE({of_all(AFTER_SUM)}))', plain),
        ("mean difference", '=IF(B2=0,"",B5-B4)', plain),
        ("uncertain by, either way (95 percent)", f'=IF(B2<2,"",{uncertain})', plain),
        ("normalised gain of the class", f'=IF(B2=0,"",IF(B4<{FULL},(B5-B4)/({FULL}-B4),"none"))', plain),
        ("share who rose", f'=IF(B2=0,"",COUNTIF({differences},">0")/B2)', plain),
    ]
    sheet.write(0, 0, UNPROVEN)
    for row, (label, formula, form) in enumerate(rows, 1):
        sheet.write(row, 0, label, bold)
        sheet.write_formula(row, 1, formula, form, "")
    top = len(rows) + 2
    sheet.write_row(top, 0, ["question", "mean before", "mean after", "difference"], bold)
    for question in range(QUESTIONS):
        row = top + 1 + question
        sheet.write(row, 0, question + 1)
        for column, start in ((1, BEFORE), (2, AFTER)):
            mean = f'AVERAGEIF({notes},"counted",{of_all(start + question)})'
            sheet.write_formula(row, column, f'=IF($B$2=0,"",{mean})', plain, "")
        after, before = (f"{xl_col_to_name(column)}{row + 1}" for column in (2, 1))
        sheet.write_formula(row, 3, f'=IF($B$2=0,"",{after}-{before})', plain, "")
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 3, 14)
    sheet.protect()
