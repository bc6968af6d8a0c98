# Solution 7.1
answer_7_1 = 32 / (32 + 14)
check("7.1", answer_7_1)  # 0.696
# From 0.80 down to 0.70: a small step, because reciprocators are hostile, too,
# in 4 of 10 acts.

# Solution 7.2
through_r = 20 * 0.6 * 0.6
through_t = 80 * 0.3 * 0.3
answer_7_2 = through_r / (through_r + through_t)
check("7.2", answer_7_2)  # 0.500
# 7.2 and 7.2: as many of the one as of the other. (Parts of a country are
# allowed here; with 1,000 North Koreas it is 72 and 72.)

# Solution 7.3
answer_7_3 = end_belief(0.5, 0.3, acts[acts["category"] != "refusal"])
check("7.3", answer_7_3)  # 0.98
# A refusal is only words, but so is a yes. Who drops the one should drop the
# other, too: then Reader A ends at 0.93.

# Solution 7.4
through_r = b * 0.6
through_t = (1 - b) * 0.05
answer_7_4 = through_r / (through_r + through_t)
check("7.4", answer_7_4)  # 0.26
# One such act is not enough for half. Two would be; or one that a taker does
# in 0.01 of all cases. Can two allies agree which act that is?
