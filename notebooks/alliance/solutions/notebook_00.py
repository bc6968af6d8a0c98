# Solution 0.1
answer_0_1 = (claims["dispute"] == "engagement").sum()
check("0.1", answer_0_1)  # 9
