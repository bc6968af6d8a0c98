# Solution 3.1
answer_3_1 = trade.loc[2023, "sales"] / trade.loc[2019, "sales"] * 100
check("3.1", answer_3_1)
print(f"sales 2023: {base_2017.loc[2023, 'sales']} with 2017 = 100, {answer_3_1:.1f} with 2019 = 100")
# 2019 is the last year before the closure, but two years after the bans: a
# base that has the bans inside it. Who asks about the pandemic takes 2019, who
# asks about the sanctions takes 2015 or earlier.

# Solution 3.2
answer_3_2 = pd.Series({"SP01": 2, "SP08": 0, "SP17": -2, "SP23": 1, "SP32": 1, "SP37": 0})
check("3.2", answer_3_2)
exact = (answer_3_2 == positions.loc[answer_3_2.index, "stance_code"]).mean()
print(f"exact agreement: {exact * 100:.0f} percent of {len(answer_3_2)}")
# These are our own codes, so the agreement is complete. Put yours in and run
# the cell: the more exact agreements, the clearer the rules. SP23 is the
# hardest: it names sanctions and incentives, so 0 can be defended. Where you
# differ by a step, ask which word of the statement decided it for each of you.

# Solution 3.3
row = quotations.loc["Q5"]
answer_3_3 = (words(row["article_words"]) - words(row["source_words"])).pop()
check("3.3", answer_3_3)
print("only in the source:", sorted(words(row["source_words"]) - words(row["article_words"])))
# The Department said "extremely stringent" and "severe". The clause that was
# cut says that the 1718 Committee had given exemptions swiftly: the
# Department's own best argument. The cut weakens the side that the article
# agrees with.

# Solution 3.4
both = trade[["purchases", "sales"]].astype(float)
lost = (both.shift() - both).loc[[2018, 2020]]
answer_3_4 = lost["sales"] / lost.sum(axis=1) * 100
check("3.4", answer_3_4)
print(answer_3_4.round(1).to_dict())
# In dollars the first fall is mostly sales, the second almost only purchases.
# In percent of itself each side lost about four fifths in 2020: the sales had
# little left to lose. Both sentences are true, and they sound different.

# Solution 3.5
sold = pd.read_csv("../data/dprk_trade.csv").set_index("year")["exports_musd"].loc[2010:2024]
level = sold / sold[2016] * 100
fig, ax = plt.subplots()
ax.plot(level.index, level, color=COLOURS["DPRK"], marker="o")
ax.set_yscale("log")
ax.set_yticks([3, 10, 30, 100], ["3", "10", "30", "100"])
ax.minorticks_off()
ax.set(title="From 100 to 3 in four years, then back to 13", ylabel="exports, 2016 = 100 (log scale)", ylim=(2, 200))
answer_3_5 = ax
check("3.5", answer_3_5)
show(fig, "03_exports_index", alt=f"A line from 2010 to 2024 on a log scale, exports with 2016 = 100: {level[2010]:.0f} in 2010, {level[2013]:.0f} in 2013, {level[2017]:.0f} in 2017, {level[2018]:.1f} in 2018, {level[2021]:.1f} in 2021 and {level[2024]:.1f} in 2024.",
     caption="The North's exports as KOTRA counts them, without the South, index 2016 = 100, 2010-2024. 2010 and 2013 are derived. Source: KOTRA.")
# On a log scale one sees two steps, 2018 and 2020, and a climb. Before 2016
# exports moved both ways, so no trend can be continued past 2016.

# Solution 3.6
answer_3_6 = tests.drop(2017).corr(votes.drop(2017))
check("3.6", answer_3_6)
longer = missiles.loc[2006:2023]
print(f"all years {tests.corr(votes):.2f}; without 2017 {answer_3_6:.2f}; without 2016 and 2017 {tests.drop([2016, 2017]).corr(votes.drop([2016, 2017])):.2f}")
print(f"2006 to 2023: {longer.corr(votes.reindex(longer.index, fill_value=0)):.2f}, with {missiles[2022]} missiles and no resolution in 2022")
# Two years of fifteen carry the whole coefficient. With 2021 to 2023 added it
# is near zero: in 2022 a veto stood between 69 missiles and a resolution.
