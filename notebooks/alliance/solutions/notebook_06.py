# Solution 6.1
answer_6_1 = len(accepted) / len(known) * 100
check("6.1", answer_6_1)  # 23.5
# Two offers stand neither above nor below the line: the texts do not tell
# what became of them.

# Solution 6.2
answered = known[known["reply"] != "no_reply"]
answer_6_2 = len(accepted) / len(answered) * 100
check("6.2", answer_6_2)  # 40.0
# Four of ten. To leave out the seven silences is the largest choice of all.
# But from 2019 on it is none of five then: the zero does not hang on silence.

# Solution 6.3
offers_21 = (after_offers["wait"] <= 21).mean() * 100
any_day_21 = (after_any_day["wait"] <= 21).mean() * 100
answer_6_3 = any_day_21 - offers_21
check("6.3", answer_6_3)  # 4.4
# Four points, because it is 4 of 18 offers. With 22 days it is 5 of 18 (the
# launch after the Berlin speech), and the offers lie above any day.

# Solution 6.4
answer_6_4 = (with_speeches["wait"] <= 7).mean() * 100
check("6.4", answer_6_4)  # 22.7
# The speeches of 15 April and 15 August 2019 and of 1 March 2020 add three of
# the five. Whoever counts them has a case for the author, in a week.
