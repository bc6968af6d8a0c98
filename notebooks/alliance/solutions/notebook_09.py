# Solution 9.1
answer_9_1 = (0.9 - 0) ** 2
check("9.1", answer_9_1)  # 0.81
# By hand: 0.9 times 0.9. Who says 0.9 is punished 81 times as hard when wrong
# as when right.

# Solution 9.2
friend = [0.8, 0.8, 0.8, 0.8, 0.2, 0.2, 0.2, 0.2]
answer_9_2 = brier(friend, outcome)
check("9.2", answer_9_2)  # 0.19
# Six statements cost 0.04 each, two cost 0.64 each: 1.52, and an eighth of it.

# Solution 9.3
softer = {"will": 0.7, "likely": 0.7}
answer_9_3 = brier(forecasts["word"].map(softer).fillna(0.5), outcome)
check("9.3", answer_9_3)  # 0.24
# 0.24, and the coin has 0.25. F3 costs more than before, F8 costs less.

# Solution 9.4
answer_9_4 = (pd.Timestamp("2023-09-26") - pd.Timestamp("2021-03-30")).days
check("9.4", answer_9_4)  # 910
# 910 days. A ban passed under one government fell under the next.
