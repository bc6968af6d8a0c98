# Solution 2.5
answer_2_5 = 487 + 450 + 50
check("2.5", answer_2_5)  # 987
# The 450 million has two names, business rights and cash of June 2000. With
# both names in the sum it would be 1,437 million.

# Solution 2.6
fig, ax = plt.subplots()
periods = ["1998-99", "2000", "2001", "2002", "2003-08"]
a_year = [206 / 14 * 12, 136, 37.212, 21.492, 79.755 / 5]
ax.bar(periods, a_year, color=COLOURS["DPRK"])
ax.set_title("By these totals, tour fees a year fell to less than a tenth")
ax.set_ylabel("million dollars a year")
answer_2_6 = ax
check("2.6", answer_2_6)  # 177, 136, 37, 21, 16
show(fig, "02_fees_a_year",
     alt="Five bars that go down in steps, two high ones and three low ones. "
     f"Fees in million dollars a year: {a_year[0]:.0f} in 1998-99, {a_year[1]} "
     f"in 2000, {a_year[2]:.0f} in 2001, {a_year[3]:.0f} in 2002, and on "
     f"average {a_year[4]:.0f} from August 2003 to July 2008.",
     caption="Tour fees for Mt. Kumgang in million dollars a year; first and "
     "last bar are averages. Sources: as in step 1.")
# By the ministry's total the last bar is 125 / 5, about 25: a seventh.

# Solution 2.7
some_years = trade.loc[2004:2016]
share = some_years["kaesong"] / some_years["total"] * 100
fig, ax = plt.subplots()
ax.plot(share.index, share, color=COLOURS["ROK"], marker="o")
ax.set_title("From 2009 on, Kaesong was more than half of all trade")
ax.set_ylabel("percent of all trade between the Koreas")
ax.set_ylim(0, 105)
answer_2_7 = ax
check("2.7", answer_2_7)  # 6.0, 16.7, ... 99.6, 99.3
show(fig, "02_kaesong_share",
     alt="A line climbs like a staircase and ends flat at the top. It starts "
     f"at {share[2004]:.0f} percent in 2004, passes half between 2008 "
     f"({share[2008]:.0f}) and 2009 ({share[2009]:.0f}), reaches "
     f"{share[2010]:.0f} in 2010 and {share[2011]:.0f} in 2011, and stays "
     "there until 2016.",
     caption="Kaesong's share of all trade between the Koreas, both "
     "directions, 2004-2016. Source: Unification Ministry, trade by type.")

# Solution 2.8
counts = needed["dprk_code"].value_counts()
answer_2_8 = counts["refused"] + counts["other_matter"] + counts["no_answer"]
check("2.8", answer_2_8)  # 6
# By the rule of the chart 3 of 12, by the new one 6 of 12. Which is right?
# Words on another matter may be a no, or no answer at all. Say which rule
# you use.
