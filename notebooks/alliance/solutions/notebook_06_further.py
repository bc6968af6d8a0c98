# Solution 6.5
north_offers = record[record["actor"] == "DPRK"]
north_offers = north_offers[north_offers["category"] == "overture"]
known = north_offers[north_offers["reply"] != "not_established"]
answer_6_5 = (known["reply"] == "accept").mean() * 100
check("6.5", answer_6_5)  # 100.0
known[["date", "toward", "reply", "description"]]
# Two of the four went to Seoul, one to Washington and one to both. What was
# accepted were meetings: the Olympics, a visit, Hanoi, Stockholm. Washington's
# three: one silence, one mixed reply, one refusal, which came after the
# article.

# Solution 6.6
longer = tests.loc[2012:2021, ["mrbm", "irbm", "icbm"]].sum(axis=1)
fig, ax = plt.subplots()
ax.bar(longer.index, longer, color=COLOURS["DPRK"])
for year, count in longer.items():
    ax.text(year, count + 0.3, count, ha="center")
ax.set_title("Longer ranges: in 2014, 2016 and 2017, then none to 2021")
ax.set_ylabel("missiles of the three classes")
ax.set_xticks(longer.index)
ax.set_yticks(range(0, 21, 5))
ax.grid(visible=False)
answer_6_6 = ax
check("6.6", answer_6_6)  # 0, 0, 2, 0, 16, 16, 0, 0, 0, 0
each = ", ".join(f"{count} in {year}" for year, count in longer.items())
show(fig, "06_longer_range",
     alt="Two tall bars, 2016 and 2017, stand alone; a low one is in 2014, and "
     "all other years, from 2018 on too, are empty. Missiles of medium, "
     f"intermediate and intercontinental range: {each}.",
     caption="Missiles of three longer classes, 2012-2021; those made for "
     "submarines are left out. Compare 2019 with step 1. Source: Center for "
     "Nonproliferation Studies.")
# 2019 has most missiles and none of these. With Pukguksong-3 in the sum it has
# one, and "then none" would be wrong.

# Solution 6.7
remaining = days[days["without_foal_eagle"]]
answer_6_7 = remaining["launch"].mean() / days["launch"].mean()
check("6.7", answer_6_7)  # 2.71
print(remaining["launch"].sum(), "launch days in", len(remaining), "days")
# The number does not fall. But it rests on eleven launch days: one more or
# less moves it by a quarter.

# Solution 6.8
cards = [2016, 2017, 2018, 2019, 2020, 2021, 2015]
cells = [meet.loc[card - 1, card] for card in cards[:6]]
answer_6_8 = sum(cells) + meet.loc[2021, 2015]
check("6.8", answer_6_8)  # 14
print(f"Orders that reach it: {(orders >= answer_6_8).mean():.0%}")
# With your own order the number will differ. It is one of 5,040.
