# Solution 1.1
answer_1_1 = (won[2019] / won[2018] - 1) * 100
check("1.1", answer_1_1)  # 8.2
# The rise was tied to the growth of the defense budget of that year.

# Solution 1.2
answer_1_2 = four.loc[2019, "dollars"] / four.loc[2014, "dollars"] * 100
check("1.2", answer_1_2)  # 101.9
# Washington, from 2014: "In dollars it has hardly grown." Seoul, from 2009:
# "In dollars we pay half as much again." From 2005: "Up by a third."

# Solution 1.3
middle = (4722 + 1143) / 2
answer_1_3 = middle / 1183
check("1.3", answer_1_3)  # 2.5
# Whoever opens twice as high moves the middle far, and gives up nothing.

# Solution 1.4
sums = contributions["amount_krw_bn"]
answer_1_4 = (sums[2025] / sums[2020] - 1) * 100
check("1.4", answer_1_4)  # 35.0
# About 1 and about 1.5 trillion won make 50 percent. The same forecast from
# the sum of 2020 makes 44, and then the defense budget grew more slowly.
