# Solution 1.1
real, nominal = four["won after inflation"], four["won"]
answer_1_1 = (real[2024] / real[2018] - 1) * 100
check("1.1", answer_1_1)
print(f"nominal {(nominal[2024] / nominal[2018] - 1) * 100:.1f} percent, after inflation {answer_1_1:.1f} percent")
# The index numbers give the same: dividing both years by the same number of
# 2005 changes nothing in their ratio.

# Solution 1.2
expired, agreed_on, in_force = pd.Timestamp("2019-12-31"), pd.Timestamp("2021-03-07"), pd.Timestamp("2021-09-01")
answer_1_2 = (in_force - agreed_on).days / (in_force - expired).days * 100
check("1.2", answer_1_2)
print(f"{(agreed_on - expired).days} days to agreement, {(in_force - agreed_on).days} more until it was in force, {(in_force - expired).days} in all")
# The talks took seven tenths of the gap; initialing, signature and parliament
# the rest.

# Solution 1.3
support = pd.read_csv("../data/support_2015.csv")
direct = support[support["category"] == "direct"]
contribution, whole = 932.0, direct["amount_krw_bn"].sum()
smaller = direct[direct["amount_krw_bn"] < 1000]["amount_krw_bn"].sum()
answer_1_3 = contribution / smaller * 100
check("1.3", answer_1_3)
print(f"{contribution / whole * 100:.1f} percent of {whole:,.1f} billion won; without the largest row {answer_1_3:.1f} percent of {smaller:,.1f}")
# One row decides whether the agreement is most of what Seoul gives or a good
# third. Both leave out land without rent: with indirect support the ministry
# speaks of about 3,400 billion, of which the contribution was 27 percent.

# Solution 1.4
contribution = pd.read_csv("../data/sma_contributions.csv").set_index("year")["amount_krw_bn"]
budget = pd.read_csv("../data/rok_defense_budget.csv").set_index("year")["budget_krw_trn"] * 1000
share = (contribution / budget * 100).loc[2005:2025]
fig, ax = plt.subplots()
ax.plot(share.index, share, color=COLOURS["ROK"], marker="o")
ax.set(title="A smaller part of the defense budget until 2020", ylabel="percent of the defense budget", ylim=(0, 3.6))
ax.set_xticks(range(2005, 2026, 5), range(2005, 2026, 5))
answer_1_4 = ax
check("1.4", answer_1_4)
show(fig, "01_share_of_budget", alt=f"A line from 2005 to 2025: the contribution falls from {share[2005]:.2f} percent of the defense budget in 2005 to {share[2020]:.2f} in 2020 and stands at {share[2025]:.2f} in 2025.",
     caption="The contribution as a share of South Korea's main defense budget, 2005-2025. Sources: Ministry of National Defense; agreements. 2022 to 2024 computed from the rule.")
# Washington: they pay less of what they can. Seoul: we spend more on our own
# defense, which is what Washington asks for.

# Solution 1.5
agreed_sum = pd.read_csv("../data/sma_contributions.csv").set_index("year")["amount_krw_bn"].loc[2020:2024].sum()
answer_1_5 = sum(1170 * 1.07**n for n in range(5)) - agreed_sum
check("1.5", answer_1_5)
for rise in (7, 5, 3, 2):
    total = sum(1170 * (1 + rise / 100) ** n for n in range(5))
    print(f"{rise} percent a year: {total:,.0f} against {agreed_sum:,.0f} billion won, {total - agreed_sum:+,.0f}")
# At 7 percent the plan is worth a tenth more to Washington; between 2 and 3
# percent the sign turns. The frozen year 2020 is 131 of the 623 billion. The
# figures are rounded and from one newspaper, and whether the refusal or the
# later bargain cost the money, they do not say.

# Solution 1.6
rule = pd.read_csv("../data/prices_and_rates.csv").set_index("year")["rok_cpi_change_pct"].shift(2).clip(upper=4)
answer_1_6 = 960.2 * (1 + rule.loc[2019:2025] / 100).cumprod()
check("1.6", answer_1_6)
agreed_sums = pd.read_csv("../data/sma_contributions.csv").set_index("year")["amount_krw_bn"].loc[2019:2025]
print(answer_1_6.round(1).to_dict())
print(f"agreed {agreed_sums.sum():,.1f}, by the old rule {answer_1_6.sum():,.1f}: {agreed_sums.sum() - answer_1_6.sum():,.0f} billion won more in seven years")
# It is an upper limit of what the dispute brought Washington: a new agreement
# was due in 2019 in any case, and earlier ones began with a jump too (5.8
# percent in 2014). What the dispute cost in trust no column here records.
