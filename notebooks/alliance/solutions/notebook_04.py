# Solution 4.1
answer_4_1 = month_closed / month_2019 * 100
check("4.1", answer_4_1)  # 10.7
# Nine tenths were gone. But a mean hides the hill of summer 2020: in October
# 2020 next to nothing came, in June 2020 two fifths of a month of 2019.

# Solution 4.2
answer_4_2 = (99 - 15) / 99 * 100
check("4.2", answer_4_2)  # 84.8
# "Swift" fits the first half of 2019. It does not fit 2018. For 2020 and 2021
# there are single cases and no mean.

# Solution 4.3
recent = before[before["date"] >= "2017-12"]
sanctions_first = (recent["primary_cause"] == "sanctions").sum()
refusals_first = (recent["primary_cause"] == "dprk_policy").sum()
answer_4_3 = sanctions_first - refusals_first
check("4.3", answer_4_3)  # 3
# 8 and 5. The old statements on refusals are of 2005 and 2009, when the North
# sent aid groups home. Do they belong to a question about sanctions of 2017?
# Say yes or no, but say it before you count.

# Solution 4.4
answer_4_4 = (after["names_border"] & after["names_sanctions"]).sum()
check("4.4", answer_4_4)  # 8
# Of the 29, 12 name the border alone, 5 sanctions or banks alone, 4 neither.
# Of the 15 made before the article, only 2 named both.
