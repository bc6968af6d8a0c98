# Solution 1.5
answer_1_5 = (1183.3 * 1.061**4 / 1038.9 - 1) * 100
check("1.5", answer_1_5)  # 44.3
# What came was 35 percent. A forecast that fails is not a false statement;
# rounding 1,038.9 to "about one trillion" makes the rest of the 50.

# Solution 1.6
old_rule = rules.loc[2019:2025, "prices, at most 4"]
by_rule = 960.2 * (1 + old_rule / 100).cumprod()
agreed = sums.loc[2019:2025]
fig, ax = plt.subplots()
ax.bar(agreed.index, agreed, color="0.65", label="agreed")
ax.plot(by_rule.index, by_rule, color=COLOURS["ROK"], marker="o",
        label="by the rule of the ninth agreement")
ax.set_title("By the old rule Seoul would have paid less in every year")
ax.set_ylabel("billion won")
ax.set_ylim(0, 1700)
ax.grid(visible=False)
ax.legend(loc="upper left", ncol=2)
answer_1_6 = ax
check("1.6", answer_1_6)  # 979, 993, 997, 1002, 1028, 1069, 1107
show(fig, "01_old_rule",
     alt="Seven grey bars that climb, and a flatter line that lies below their "
     "tops. Both begin close together; the gap widens from 2021 on. In 2025 "
     f"the agreed sum is {agreed[2025]:,.1f} billion won, the line stands at "
     f"{by_rule[2025]:,.1f}. All seven years together: agreed "
     f"{agreed.sum():,.0f}, by the old rule {by_rule.sum():,.0f}.",
     caption="Agreed sums, 2019-2025, and what the rule of the ninth agreement "
     "would have given from the sum of 2018. Sources: agreements; World Bank "
     "(prices).")
# The gap is an upper limit of what the quarrel brought Washington: a new
# agreement was due in 2019, and earlier ones began with a jump, too.

# Solution 1.7
support = pd.read_csv("../data/support_2015.csv")
direct = support[support["category"] == "direct"]
smaller = direct[direct["amount_krw_bn"] < 1000]
answer_1_7 = 932.0 / smaller["amount_krw_bn"].sum() * 100
check("1.7", answer_1_7)  # 95.7
# With the large row: 932.0 / direct["amount_krw_bn"].sum() * 100, 38 percent.

# Solution 1.8
base = pew.loc["2017":"2019", "country"].mean()
answer_1_8 = pew.loc["2021", "country"] - base
check("1.8", answer_1_8)  # -0.3
# Both are true: a rise since 2020, and no change since the three years before.
