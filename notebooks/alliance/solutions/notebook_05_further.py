# Solution 5.5
pairs = pd.crosstab(plenary["camp"], plenary["rok_cosponsor"])
progressive = pairs.loc["progressive"]
answer_5_5 = progressive["yes"] / progressive.sum() * 100
check("5.5", answer_5_5)  # 33.3
# Under conservative presidents it is every text. Under progressive ones the
# name stood in 2017, 2018 and 2025: the same president co-sponsored two
# texts and left his name off three.

# Solution 5.6
votes = assembly[assembly["adopted_by"] == "vote"]
cast = votes["yes"] + votes["no"] + votes["abstain"]
share = votes["yes"] / cast * 100
fig, ax = plt.subplots()
ax.bar(share.index, share, color=COLOURS["UN"])
for year, percent in share.items():
    ax.text(year, percent + 1, f"{percent:.0f}", ha="center")
ax.text(2012.5, 8, "consensus,\nno vote", ha="center")
ax.set(ylim=(0, 80), xticks=range(2005, 2016))
ax.grid(visible=False)
ax.set_ylabel("yes, percent of votes cast")
ax.set_title("More than half said yes each year, most in 2011")
answer_5_6 = ax
check("5.6", answer_5_6)  # 52, 56, 56, ... 64
show(
    fig,
    "05_yes_share",
    alt="Nine bars, all above half, with a gap in 2012 and 2013, the years "
    "of consensus. They rise to 2011 and stand a little lower after it: "
    + ", ".join(f"{percent:.0f} in {year}" for year, percent in share.items())
    + ".",
    caption="Yes votes in percent of yes, no and abstentions, General "
    "Assembly, plenary, 2005-2015; consensus since. 2007 may be off by one "
    "vote. Source: un_rights_resolutions.csv.",
)
# These data do not say who moved: the states, or the text.

# Solution 5.7
a_year = (total[2019] - total[2009]) / (2019 - 2009)
answer_5_7 = total[2019] + 2 * a_year
check("5.7", answer_5_7)  # 674
print(f"For 2025 the line gives {total[2019] + 6 * a_year:.0f} persons.")
# Fewer than no persons: a line that is drawn on knows nothing of people. With
# either line the number of 2021 lies far below, so the choice of the first
# year changes the size of the break, not that there is one.

# Solution 5.8
by_measure = counts.set_index("measure")["value"]
leaflets = by_measure["leaflets_total"]
answer_5_8 = leaflets / by_measure["launches_with_leaflets"] / 1000
check("5.8", answer_5_8)  # 253
print(f"315,000 a launch would mean {leaflets / 315_000:.0f} launches, not 64.")
# A press release is a claim: divide before you quote.
