# Solution 3.5
codes_of = coded.groupby("group")["sanctions_code"]
seoul = codes_of.get_group("Seoul, Moon's side")
trump = codes_of.get_group("Washington, Trump")
biden = codes_of.get_group("Washington, Biden")
shared = seoul.isin([*trump, *biden])
answer_3_5 = shared.sum() / len(seoul) * 100
check("3.5", answer_3_5)  # 70
# By hand from the chart: 3 + 3 + 1 of 10. The three that are left are the
# statements with the code flexible.

# Solution 3.6
banned = (in_force == "banned").sum(axis=1)
fig, ax = plt.subplots()
ax.bar(banned.index, banned, color=COLOURS["UN"])
for place, count in enumerate(banned):
    ax.text(place, count + 0.12, count, ha="center")
ax.set_title("Six of seven bans came between August and December 2017")
ax.set_ylabel("sectors banned, of nine")
ax.set_ylim(0, 9)
ax.grid(visible=False)
answer_3_6 = ax
check("3.6", answer_3_6)  # 0, 0, 0, 0, 0, 0, 1, 1, 4, 5, 7
show(fig, "03_bans",
     alt="Eleven bars like a staircase that begins late: nothing for six "
     "texts, one low bar twice, then three steps up. Sectors banned outright "
     f"after resolution 2321 of 2016: {banned['2321']}; after 2371: "
     f"{banned['2371']}, 2375: {banned['2375']} and 2397: {banned['2397']}, "
     "all of 2017. The two that are left, crude and refined oil, are capped.",
     caption="Sectors banned after each resolution, 2006-2017, of nine; coded "
     "by us. Source: UN and U.S. summaries of the texts.")
# With touched in place of banned the staircase begins earlier, in March 2016.

# Solution 3.7
answer_3_7 = "Washington"
check("3.7", answer_3_7)  # Washington
# "After they received swift exemptions": so the sanctions were not what held
# up aid. The cut takes an argument from the side that the article is near to.

# Solution 3.8
without = years.drop(2017)
answer_3_8 = without["missiles"].corr(without["resolutions"])
check("3.8", answer_3_8)  # 0.23
other = years.drop(2019)
print(f"Without 2019: {other['missiles'].corr(other['resolutions']):.2f}")
# A number that one year can halve and another one raise is a weak number.
