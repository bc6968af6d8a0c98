# Solution 3.1
answer_3_1 = trade.loc[2018, "sales"] / trade.loc[2016, "sales"] * 100
check("3.1", answer_3_1)  # 8.1
# The choice of 2016 matters: with 2017 as the whole, itself a year of bans,
# 12.3 percent were left.

# Solution 3.2
lost = trade.loc[2019] - trade.loc[2020]
answer_3_2 = lost["sales"] / lost.sum() * 100
check("3.2", answer_3_2)  # 7.4
# The sales had little left to lose. From 2017 to 2018 the same lines give
# 59.6 percent: most of the dollars lost then were lost sales.

# Solution 3.3
answer_3_3 = months.loc["2020-01", "purchases"] / average_2019 * 100
check("3.3", answer_3_3)  # 88.4
# January 2019 had been lower, with 168 million dollars. So the third suspect
# does not fit the month. It may still have made the fall deeper.

# Solution 3.4
longer = signs["missiles"] - signs["short_range"]
before, after = longer.loc[2015:2017].sum(), longer.loc[2018:2020].sum()
answer_3_4 = (1 - after / before) * 100
check("3.4", answer_3_4)  # 95.0
# One of the two was launched from under water, the other has no class in the
# file. The rules of the UN forbid every ballistic missile, near or far.
