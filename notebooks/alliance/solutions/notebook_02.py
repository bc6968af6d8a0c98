# Solution 2.1
answer_2_1 = wages / goods * 100
check("2.1", answer_2_1)  # 21.7
# A fifth went to the North. The other four fifths: material, machines,
# transport, staff from the South, and profit or loss.

# Solution 2.2
answer_2_2 = wages * 1_000_000 / kaesong_2015["nk_workers"] / 12
check("2.2", answer_2_2)  # 185
# The bill includes what the firms paid into social insurance, and the
# authorities kept a part. So it is what a worker cost, not what he took home.

# Solution 2.3
without_trade = seoul[seoul["project"] != "General and processing trade"]
answer_2_3 = without_trade["days"].sum()
check("2.3", answer_2_3)  # 4400
# 4,400 to 4,390. By endings Pyongyang leads, by days Seoul leads, and
# without general trade it is as good as even.

# Solution 2.4
answer_2_4 = (inauguration - pd.Timestamp("2020-01-16")).days
check("2.4", answer_2_4)  # 370
# In January 2021 Harris spoke too, but on exercises and on a summit.
